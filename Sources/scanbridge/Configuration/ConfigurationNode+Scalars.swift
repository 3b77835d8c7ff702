import YAML

extension ConfigurationNode {
    /// Like `text()`, but not in quotes, which make a text of a number.
    private func plainText() throws(ConfigurationError) -> String {
        if case .scalar(_, isQuoted: true) = node.content {
            throw error("found text in quotes; write the value without them")
        }
        return try text()
    }

    func boolean() throws(ConfigurationError) -> Bool {
        switch try plainText() {
        case "true": true
        case "false": false
        case let other: throw error("found '\(other)'; expected true or false")
        }
    }

    func integer(in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        let text = try plainText()
        guard let number = Int(text), range.contains(number) else {
            throw error(
                "found '\(text)'; expected a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ type: Choice.Type
    ) throws(ConfigurationError) -> Choice where Choice.RawValue == String {
        let text = try text()
        guard let choice = Choice(rawValue: text) else {
            throw unknownChoice(text, among: Choice.allCases.map(\.rawValue))
        }
        return choice
    }

    func unknownChoice(_ text: String, among allowed: [String]) -> ConfigurationError {
        error("found '\(text)'; " + Spelling.advice(for: text, among: allowed))
    }

    /// A duration such as `500ms`, `30s`, `2m`, within bounds given the same way.
    func duration(from least: String, to most: String) throws(ConfigurationError) -> Duration {
        let text = try text()
        guard let duration = Duration(configured: text) else {
            throw error("found '\(text)'; expected a duration with its unit, such as 500ms, 30s or 2m")
        }
        guard let low = Duration(configured: least), let high = Duration(configured: most) else {
            preconditionFailure("the bounds are durations")
        }
        guard (low...high).contains(duration) else {
            throw error("found '\(text)'; expected a duration from \(least) to \(most)")
        }
        return duration
    }

    /// A size such as `256KiB`, in bytes, within bounds given the same way.
    func size(from least: String, to most: String) throws(ConfigurationError) -> Int {
        let text = try text()
        guard let size = Self.bytes(text) else {
            throw error("found '\(text)'; expected a size with its unit, such as 65536B, 256KiB or 1MiB")
        }
        guard let low = Self.bytes(least), let high = Self.bytes(most) else {
            preconditionFailure("the bounds are sizes")
        }
        guard (low...high).contains(size) else {
            throw error("found '\(text)'; expected a size from \(least) to \(most)")
        }
        return size
    }

    private static func bytes(_ text: String) -> Int? {
        guard let (number, unit) = text.splitNumber() else { return nil }
        let scale: Int? =
            switch unit {
            case "B": 1
            case "KiB": 1024
            case "MiB": 1024 * 1024
            default: nil
            }
        return scale.flatMap { scale in
            let (size, overflow) = number.multipliedReportingOverflow(by: scale)
            return overflow ? nil : size
        }
    }
}

extension Duration {
    /// `500ms`, `30s`, `2m`, `1h`; `nil` for anything else.
    init?(configured text: String) {
        guard let (number, unit) = text.splitNumber(), number <= 1_000_000_000 else { return nil }
        switch unit {
        case "ms": self = .milliseconds(number)
        case "s": self = .seconds(number)
        case "m": self = .seconds(number * 60)
        case "h": self = .seconds(number * 3600)
        default: return nil
        }
    }
}

extension String {
    /// Leading decimal digits as a number, and what follows them.
    fileprivate func splitNumber() -> (Int, Substring)? {
        let digits = prefix { $0.isASCII && $0.isNumber }
        return Int(digits).map { ($0, self[digits.endIndex...]) }
    }
}
