import AAMVA

/// Payloads as scanners deliver them. Every person in them is invented.
enum SamplePayload {
    /// A licence by the standard, its directory exact.
    ///
    /// - Parameter directory: how many subfiles the directory names, where it names fewer than there are.
    static func licence(
        _ elements: [(StaticString, String)] = SampleRecord.ontario,
        jurisdiction: [(StaticString, String)] = [], directory: Int? = nil, issuer: String = "636012"
    ) -> [UInt8] {
        var subfiles = [body("DL", elements)]
        if !jurisdiction.isEmpty { subfiles.append(body("ZO", jurisdiction)) }
        let entries = directory ?? subfiles.count
        var header = "@\n\u{1E}\rANSI \(issuer)0900\(padded(entries, 2))"
        var offset = 21 + 10 * entries
        for subfile in subfiles.prefix(entries) {
            header += "\(subfile.prefix(2))\(padded(offset, 4))\(padded(subfile.utf8.count, 4))"
            offset += subfile.utf8.count
        }
        return [UInt8]((header + subfiles.joined()).utf8)
    }

    /// The same person's licence under another number.
    static func licence(number: String) -> [UInt8] {
        licence(SampleRecord.ontario.map { $0.0.description == "DAQ" ? ($0.0, number) : $0 })
    }

    /// A licence whose end nothing proves: CR stands where LF should.
    static let unproven: [UInt8] = licence().enumerated().map { $0 > 30 && $1 == 0x0A ? 0x0D : $1 }

    static let stripe = [UInt8](
        ("%BCKELOWNA^SAMPLE,$ROBIN LEE^1763 FAKE RD$KELOWNA BC  V1Y 2P6^?;6360287290172=340619920101=?"
            + "_%0AV1Y2P6                     M191100BRNGRN                          00S00023254?").utf8)

    private static func body(_ type: String, _ elements: [(StaticString, String)]) -> String {
        type + elements.map { "\($0.0)\($0.1)" }.joined(separator: "\n") + "\r"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}
