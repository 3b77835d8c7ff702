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

    /// The digits in `text`.
    static let length = 32

    public var text: String {
        String(decoding: [UInt8](capacity: Self.length) { write(to: &$0) }, as: UTF8.self)
    }

    func write(to output: inout OutputSpan<UInt8>) {
        write(high, to: &output)
        write(low, to: &output)
    }

    private func write(_ word: UInt64, to output: inout OutputSpan<UInt8>) {
        for shift in stride(from: 60, through: 0, by: -4) {
            let nibble = UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 0xF
            output.append(nibble + (nibble < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
        }
    }
}
