import Scanning

/// What the contract's pages give in several forms, read in any of them; `nil` for what is none of them.
extension JSONValue {
    /// A text, or a number as it was written; `nil` for an empty one.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text.trimmed.isEmpty ? nil : text.trimmed
        default: nil
        }
    }

    /// An id: text that nothing is ever computed with.
    var id: String? {
        text.flatMap { text in text.utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x2D } ? text : nil }
    }

    /// An amount of at most two decimals.
    var money: DecimalNumber? { text.flatMap { DecimalNumber(money: $0) } }

    /// A yearly rate as a fraction, such as 0.3099.
    var rate: DecimalNumber? { text.flatMap { DecimalNumber($0) } }

    /// A whole number of at most five digits.
    var smallNumber: Int? { number(digits: 5) }

    /// A whole number that has no more digits, at most 18.
    func number(digits: Int) -> Int? {
        text.flatMap {
            $0.utf8.count <= digits && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil
        }
    }

    /// A boolean, `0` or `1`, or any of these as text.
    var flag: Bool? {
        switch self {
        case .boolean(let value): value
        case .string("true"), .string("1"), .number("1"): true
        case .string("false"), .string("0"), .number("0"): false
        default: nil
        }
    }

    /// An array's values; any other value stands for an array of itself, and null for an empty one.
    var list: [JSONValue] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }

    /// `en` or `fr` and the like: the first two letters of `fr-CA`, `EN_CA`.
    var language: String? {
        guard let text, text.utf8.count >= 2,
            text.utf8.prefix(2).allSatisfy({ $0.isAlphanumeric && $0 > 0x39 })
        else { return nil }
        return text.prefix(2).lowercased()
    }
}
