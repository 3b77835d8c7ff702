/// A decimal number of at most 18 digits, exact: amounts and rates.
///
///     234.45  is  units 23445, scale 2
///
/// Two of the same value are equal, however many zeros either was written with.
struct DecimalNumber: Hashable, Sendable {
    /// The value times 10 to the power of `scale`.
    let units: Int64
    /// Decimals; 0 to 18, and without trailing zeros.
    let scale: Int

    /// A number as JSON writes it; `nil` for another form, and for more than 18 digits.
    init?(_ text: String) {
        let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        guard let mantissa = parts.first, parts.count <= 2,
            let exponent = parts.count == 2 ? Int(parts[1]) : 0, abs(exponent) <= 18
        else { return nil }
        let isNegative = mantissa.first == "-"
        let number = (isNegative ? mantissa.dropFirst() : mantissa)
            .split(separator: ".", omittingEmptySubsequences: false)
        guard number.count <= 2, number.allSatisfy({ $0.isDigits }) else { return nil }
        var digits = String(number.joined())
        var scale = (number.count == 2 ? number[1].utf8.count : 0) - exponent
        while scale < 0 {
            digits += "0"
            scale += 1
        }
        while scale > 0, digits.last == "0" {
            digits.removeLast()
            scale -= 1
        }
        let significant = digits.drop { $0 == "0" }
        guard significant.utf8.count <= 18, scale <= 18 else { return nil }
        let units = Int64(significant) ?? 0
        self.units = isNegative ? -units : units
        self.scale = units == 0 ? 0 : scale
    }

    /// An amount: at most 16 digits before the point and two behind it, the contract's `number (18,2)`.
    init?(money text: String) {
        guard let number = DecimalNumber(text), number.scale <= 2,
            number.units.magnitude < 1_000_000_000_000_000_000
                / (number.scale == 0 ? 100 : number.scale == 1 ? 10 : 1)
        else { return nil }
        self = number
    }

    /// As short as it goes: `234.45`, `10.5`, `3`.
    var text: String { text(decimals: 0) }

    /// An amount with its two decimals: `10.50`.
    var money: String { text(decimals: 2) }

    /// - Parameter decimals: the fewest.
    private func text(decimals: Int) -> String {
        var digits = String(units.magnitude)
        digits = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        var fraction = String(digits.suffix(scale))
        fraction += String(repeating: "0", count: max(0, decimals - scale))
        return (units < 0 ? "-" : "") + digits.dropLast(scale) + (fraction.isEmpty ? "" : "." + fraction)
    }
}

extension Substring {
    fileprivate var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
