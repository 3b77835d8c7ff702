extension Timestamp {
    /// `2026-11-23T06:29:00.000Z`: UTC with milliseconds.
    ///
    /// Source: RFC 3339, "Date and Time on the Internet: Timestamps"; the day by Howard Hinnant's `civil_from_days`.
    public var rfc3339: String { String(copying: digits.span) }

    /// `rfc3339` in ASCII.
    var digits: InlineArray<24, UInt8> {
        let (day, ofDay) = milliseconds.floorDivided(by: 86_400_000)
        let (year, month, monthDay) = Self.civil(fromDays: day)
        let (second, millisecond) = UInt32(truncatingIfNeeded: ofDay).quotientAndRemainder(dividingBy: 1000)
        var digits = InlineArray<24, UInt8>(repeating: UInt8(ascii: "-"))
        digits.write(year / 100, at: 0)
        digits.write(year % 100, at: 2)
        digits.write(month, at: 5)
        digits.write(monthDay, at: 8)
        digits[10] = UInt8(ascii: "T")
        digits.write(second / 3600, at: 11)
        digits[13] = UInt8(ascii: ":")
        digits.write(second / 60 % 60, at: 14)
        digits[16] = UInt8(ascii: ":")
        digits.write(second % 60, at: 17)
        // The last of the thousandths' digits overwrites none: two numbers of two digits overlap in the middle one.
        digits.write(millisecond / 10, at: 20)
        digits.write(millisecond % 100, at: 21)
        digits[19] = UInt8(ascii: ".")
        digits[23] = UInt8(ascii: "Z")
        return digits
    }

    /// The Gregorian day that lies so many days after 1970-01-01.
    ///
    /// Years begin in March here, so that a leap day is a year's last.
    private static func civil(fromDays days: Int64) -> (year: UInt32, month: UInt32, day: UInt32) {
        let (era, ofEra) = (days + 719_468).floorDivided(by: 146_097)
        let dayOfEra = UInt32(truncatingIfNeeded: ofEra)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = UInt32(truncatingIfNeeded: era &* 400) &+ yearOfEra &+ (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

extension Int64 {
    /// Quotient and remainder with a remainder of 0 or more, so that moments before 1970 fall on their own day.
    fileprivate func floorDivided(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

extension InlineArray<24, UInt8> {
    /// - Parameter number: 0 to 99.
    fileprivate mutating func write(_ number: UInt32, at index: Int) {
        self[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
        self[index + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
    }
}

extension String {
    /// - Precondition: the text is UTF-8.
    init(copying text: Span<UInt8>) {
        self.init(unsafeUninitializedCapacity: text.count) { buffer in
            for index in text.indices { buffer[index] = text[index] }
            return text.count
        }
    }
}
