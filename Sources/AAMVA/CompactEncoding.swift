/// The compact encoding of ISO/IEC 18013-2, which holds data groups in binary: recognized, and not read.
enum CompactEncoding {
    /// The application identifier, in bytes (the first one perhaps as UTF-8) or as digits, as scanners that know text only send
    /// bytes.
    ///
    /// Source: AAMVA DL/ID Card Design Standard (2020), Annex I, "Compact encoding".
    static func begins(_ bytes: Span<UInt8>) -> Bool {
        if bytes.spells("A0000002480100", at: 0) { return true }
        guard bytes.count >= 8 else { return false }
        let start = bytes[0] == 0xA0 ? 1 : bytes[0] == 0xC2 && bytes[1] == 0xA0 ? 2 : 0
        return start > 0 && identifier.indices.allSatisfy { bytes[start + $0] == identifier[$0] }
    }

    private static let identifier: [UInt8] = [0x00, 0x00, 0x02, 0x48, 0x01]
}
