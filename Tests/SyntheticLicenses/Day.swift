/// A day as cards write it.
public struct Day: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// CCYYMMDD.
    var yearFirst: String { year.digits(4) + month.digits(2) + day.digits(2) }
    /// MMDDCCYY.
    var monthFirst: String { month.digits(2) + day.digits(2) + year.digits(4) }
    public var iso8601: String { "\(year.digits(4))-\(month.digits(2))-\(day.digits(2))" }

    /// The month's last day, which stands for a date that is given to the month only.
    var endOfMonth: Day {
        let lengths = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return Day(year: year, month: month, day: lengths[month - 1])
    }

    /// Any day of these years that each of their months has.
    static func random(in years: ClosedRange<Int>, using random: inout SplitMix64) -> Day {
        Day(
            year: Int.random(in: years, using: &random), month: Int.random(in: 1...12, using: &random),
            day: Int.random(in: 1...28, using: &random))
    }
}

extension Int {
    /// In decimal digits, zeros on the left.
    func digits(_ count: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, count - digits.utf8.count)) + digits
    }
}
