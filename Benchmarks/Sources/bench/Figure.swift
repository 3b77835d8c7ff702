/// One line of the report: what was measured, and how far it may go.
struct Figure {
    enum Unit: String {
        case nanoseconds = "ns"
        case microseconds = "µs"
        case milliseconds = "ms"
        case kilobytes = "kB"
        case megabytes = "MB"
        case times = "×"
        case allocations = "allocs"
    }

    let name: String
    let value: Double
    let unit: Unit
    /// The most that the value should be; `nil` for what is told for comparison.
    let aim: Double?

    init(_ name: String, _ value: Double, _ unit: Unit, aim: Double? = nil) {
        self.name = name
        self.value = value
        self.unit = unit
        self.aim = aim
    }

    /// `name   12.3 ms   aim ≤ 50 ms   met`
    var line: String {
        let measured = "  " + name.padded(to: 46) + Self.text(value).padded(to: 9, atStart: true) + " "
        guard let aim else { return measured + unit.rawValue }
        let verdict = value <= aim ? "met" : "MISSED"
        return measured + unit.rawValue.padded(to: 8)
            + "aim ≤ \(Self.text(aim)) \(unit.rawValue)".padded(to: 18) + verdict
    }

    /// Three digits are all that a measurement is good for.
    private static func text(_ value: Double) -> String {
        let digits = value < 10 ? 100.0 : value < 100 ? 10.0 : 1.0
        let rounded = (value * digits).rounded() / digits
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}

extension String {
    fileprivate func padded(to width: Int, atStart: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - count))
        return atStart ? blanks + self : self + blanks
    }
}
