extension Timestamp {
    /// `2026-11-23T06:29:00.000Z`: UTC with milliseconds.
    ///
    /// Source: RFC 3339, "Date and Time on the Internet: Timestamps"; the day by Howard Hinnant's `civil_from_days`.
    public var rfc3339: String {
        let (day, ofDay) = milliseconds.floorDivided(by: 86_400_000)
        let (year, month, monthDay) = Self.civil(fromDays: day)
        return String(unsafeUninitializedCapacity: 24) { text in
            text.place(year, in: 0..<4, then: "-")
            text.place(month, in: 5..<7, then: "-")
            text.place(monthDay, in: 8..<10, then: "T")
            text.place(ofDay / 3_600_000, in: 11..<13, then: ":")
            text.place(ofDay / 60_000 % 60, in: 14..<16, then: ":")
            text.place(ofDay / 1000 % 60, in: 17..<19, then: ".")
            text.place(ofDay % 1000, in: 20..<23, then: "Z")
            return 24
        }
    }

    /// The Gregorian day that lies so many days after 1970-01-01.
    ///
    /// Years begin in March here, so that a leap day is a year's last.
    private static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = (days + 719_468).floorDivided(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

extension Int64 {
    /// Quotient and remainder with a remainder of 0 or more, so that moments before 1970 fall on their own day.
    fileprivate func floorDivided(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let remainder = (self % divisor + divisor) % divisor
        return ((self - remainder) / divisor, remainder)
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes a number's last digits, zero filled, and a mark behind them.
    fileprivate func place(_ number: Int64, in digits: Range<Int>, then mark: Unicode.Scalar) {
        var rest = number
        for index in digits.reversed() {
            self[index] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        self[digits.upperBound] = UInt8(ascii: mark)
    }
}
