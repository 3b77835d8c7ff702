/// A scan's number: 128 random bits, written as 32 lower-case hexadecimal digits.
public struct ScanID: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    public init(using generator: inout some RandomNumberGenerator) {
        high = generator.next()
        low = generator.next()
    }

    public static func random() -> ScanID {
        var generator = SystemRandomNumberGenerator()
        return ScanID(using: &generator)
    }

    /// `nil` unless `text` is 32 lower-case hexadecimal digits.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 32, bytes.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
            let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.high = high
        self.low = low
    }

    public var text: String { String(copying: digits.span) }

    /// The digits in ASCII.
    var digits: InlineArray<32, UInt8> {
        InlineArray { index in
            let word = index < 16 ? high : low
            let nibble = UInt8(truncatingIfNeeded: word >> UInt64(60 - index % 16 * 4)) & 0xF
            return nibble + (nibble < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        }
    }
}
