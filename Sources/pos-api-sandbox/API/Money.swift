/// An amount of dollars, exact to the cent.
///
/// Source: `docs/pos-api.openapi.yaml`, number (18,2): at most 16 digits before the point.
struct Money: Hashable, Comparable, Sendable {
    let cents: Int

    init(cents: Int) {
        self.cents = cents
    }

    /// Reads `234.45`; `nil` for a sign, an exponent, a third decimal or a 17th digit.
    init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count > 1 ? String(parts[1]) : "0"
        guard (1...16).contains(parts[0].utf8.count), (1...2).contains(decimals.utf8.count),
            (parts[0] + decimals).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let whole = Int(parts[0]), let part = Int(decimals)
        else { return nil }
        cents = whole * 100 + (decimals.utf8.count == 1 ? part * 10 : part)
    }

    /// To the nearest cent.
    init(rounding dollars: Double) {
        cents = Int((dollars * 100).rounded())
    }

    static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }

    /// As a JSON number without trailing zeros, `847.5`; as text with both decimals, `"847.50"`.
    func json(quoted: Bool) -> JSON {
        let decimals = cents % 100
        let full = "\(cents / 100).\(decimals / 10)\(decimals % 10)"
        guard !quoted else { return .string(full) }
        if decimals == 0 { return .number(String(cents / 100)) }
        return .number(decimals % 10 == 0 ? String(full.dropLast()) : full)
    }
}

extension Money: Decodable {
    /// Reads a JSON number or a text.
    init(from decoder: any Decoder) throws {
        let json = try JSON(from: decoder)
        guard let text = json.text, let money = Money(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no amount such as 1000.00"))
        }
        self = money
    }
}
