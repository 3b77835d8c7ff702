/// Takes a symbology identifier off a scan's beginning: `]`, a letter, and a letter or digit, such as `]E0` for EAN-13.
///
/// Source: ISO/IEC 15424, "Data carrier identifiers".
struct AIMIdentifier {
    private static let length = 3

    /// What was taken so far of something that can still be an identifier, or is one.
    private(set) var bytes: [UInt8] = []

    var isComplete: Bool { bytes.count == Self.length }

    /// The whole identifier; `nil` while there is none.
    var text: String? { isComplete ? String(decoding: bytes, as: UTF8.self) : nil }

    /// Takes the scan's next byte if it continues an identifier.
    mutating func take(_ byte: UInt8) -> Bool {
        let fits = Self.fits(byte, at: bytes.count)
        if fits { bytes.append(byte) }
        return fits
    }

    /// The bytes that turned out to be data after all; the identifier is empty afterwards.
    mutating func release() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Whether these bytes are one whole identifier.
    static func matches(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.count == length && bytes.enumerated().allSatisfy { fits($1, at: $0) }
    }

    private static func fits(_ byte: UInt8, at position: Int) -> Bool {
        switch position {
        case 0: byte == UInt8(ascii: "]")
        case 1: byte.isASCIILetter
        case 2: byte.isASCIILetter || byte.isASCIIDigit
        default: false
        }
    }
}
