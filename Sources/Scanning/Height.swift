/// A height as cards write it, with its unit.
///
///     073 in   181 cm   65 IN   509 (5 ft 9 in)   5'-04"   5-01   185 (cm, by British Columbia)
enum Height {
    /// Inches or centimetres, such as `69 in`; `nil` for another form or a height that nobody has.
    ///
    /// Source: AAMVA DL/ID Card Design Standard (2000), table E-3, DAU; (2020), Annex D, table D.3, DAU; cards of New York and
    /// Indiana.
    static func value(of text: String) -> String? {
        let numbers = text.utf8.split { !(0x30...0x39).contains($0) }.map { String(Substring($0)) }
        let unit = text.filter(\.isLetter).lowercased()
        guard numbers.count > 0, numbers.count < 3, let first = Int(numbers[0]) else { return nil }
        if numbers.count == 2 {
            guard ["", "in", "ft", "ftin"].contains(unit), let inches = Int(numbers[1]) else { return nil }
            return value(feet: first, inches: inches)
        }
        switch unit {
        case "in": return range.contains(first) ? "\(first) in" : nil
        case "cm": return centimetres.contains(first) ? "\(first) cm" : nil
        case "": return numbers[0].utf8.count == 3 ? bare(numbers[0], first) : nil
        default: return nil
        }
    }

    private static let range = 10...99
    private static let centimetres = 30...279

    /// Three digits without a unit: inches below 100, centimetres below 280, else feet and inches.
    private static func bare(_ digits: String, _ number: Int) -> String? {
        if range.contains(number) { return "\(number) in" }
        if centimetres.contains(number) { return "\(number) cm" }
        return value(feet: number / 100, inches: number % 100)
    }

    private static func value(feet: Int, inches: Int) -> String? {
        (1...8).contains(feet) && (0...11).contains(inches) ? "\(feet * 12 + inches) in" : nil
    }
}
