/// A licence's texts; `nil` where the card doesn't say.
package struct LicenseTexts: Sendable {
    package internal(set) var lastName: LicenseText?
    package internal(set) var firstName: LicenseText?
    /// All of them, with a blank between two.
    package internal(set) var middleNames: LicenseText?
    package internal(set) var nameSuffix: LicenseText?
    package internal(set) var street1: LicenseText?
    package internal(set) var street2: LicenseText?
    package internal(set) var city: LicenseText?
    package internal(set) var province: LicenseText?
    package internal(set) var postalCode: LicenseText?
    package internal(set) var number: LicenseText?

    /// What stands nowhere in the record as it is wanted, to lie behind the record's bytes.
    private var written: [UInt8] = []
    /// How many those are.
    private let start: Int

    init(_ record: borrowing Record) {
        start = record.bytes.count
    }

    mutating func write(_ text: String) -> LicenseText {
        let first = start + written.count
        written.append(contentsOf: text.utf8)
        return .written(first..<start + written.count)
    }

    /// Two parts in ASCII with a sign between them.
    mutating func write(
        _ marks: InlineArray<9, UInt8>, _ first: Range<Int>, _ sign: UInt8, _ second: Range<Int>
    ) -> LicenseText {
        let place = start + written.count
        for index in first { written.append(marks[index]) }
        written.append(sign)
        for index in second { written.append(marks[index]) }
        return .written(place..<start + written.count)
    }

    /// The text, nearly always of the record's bytes.
    func string(_ text: LicenseText, _ bytes: Span<UInt8>) -> String {
        switch text {
        case .scanned(let place): bytes.text(place)
        case .written(let place):
            written.span.text(place.lowerBound - start..<place.upperBound - start)
        }
    }

    /// The record's bytes with what was written behind them, in which all the texts are.
    mutating func takeBytes(_ record: borrowing Record) -> [UInt8] {
        guard !written.isEmpty else { return record.bytes }
        let bytes = record.bytes + written
        written = []
        return bytes
    }
}

extension LicenseTexts: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How much was written, never what.
    package var description: String { "LicenseTexts(\(written.count) bytes)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
