/// The six-digit number of a card's issuer, by ISO/IEC 7812, such as 636012 for Ontario.
public struct IssuerIdentificationNumber: Hashable, Sendable {
    /// 0 to 999,999.
    public let number: Int

    public init(_ number: Int) {
        self.number = number
    }

    /// The number's six digits, zero filled.
    public var digits: String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 6 - text.utf8.count)) + text
    }
}

extension IssuerIdentificationNumber: CustomStringConvertible {
    public var description: String { digits }
}
