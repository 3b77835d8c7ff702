extension Duration {
    private static let units: [(name: String, milliseconds: Int)] = [("ms", 1), ("s", 1000), ("m", 60_000)]

    /// Reads `500ms`, `2s`, `10m`; at most a day.
    init?(written text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let unit = Self.units.first(where: { $0.name == text.dropFirst(digits.count) }),
            let number = Int(digits), number <= 86_400_000 / unit.milliseconds
        else { return nil }
        self = .milliseconds(number * unit.milliseconds)
    }

    /// In the largest unit that is exact.
    var written: String {
        let (seconds, attoseconds) = components
        let milliseconds = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
        let unit = Self.units.last { milliseconds.isMultiple(of: $0.milliseconds) } ?? Self.units[0]
        return "\(milliseconds / unit.milliseconds)\(unit.name)"
    }
}
