/// What a payload looks like, without what it says: every letter is an `A`, every digit a `9`.
struct PayloadShape {
    private let text: String

    init(_ payload: [UInt8]) {
        text = payload.prefix(Self.length).map(Self.sign).joined()
    }

    /// Enough for a header and a directory.
    private static let length = 80

    private static func sign(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): "9"
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): "A"
        case UInt8(ascii: "a")...UInt8(ascii: "z"): "a"
        case 0x80...: "*"
        default: String(Unicode.Scalar(byte)).shown
        }
    }

    var lines: [String] { text.isEmpty ? [] : text.wrapped(after: "  its shape    ") }
}
