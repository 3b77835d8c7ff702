extension Timestamp {
    /// `2026-11-23T06:29:00.000Z`: UTC with milliseconds.
    ///
    /// Source: RFC 3339, "Date and Time on the Internet: Timestamps"; the day by Howard Hinnant's `civil_from_days`.
    public var rfc3339: String {
        String(decoding: [UInt8](capacity: Self.length) { write(to: &$0) }, as: UTF8.self)
    }

    /// The bytes in `rfc3339`.
    static let length = 24

    func write(to output: inout OutputSpan<UInt8>) {
        let (day, ofDay) = milliseconds.floorDivided(by: 86_400_000)
        let (year, month, monthDay) = Self.civil(fromDays: day)
        output.append(twoDigits: year / 100)
        output.append(twoDigits: year % 100)
        output.append(UInt8(ascii: "-"))
        output.append(twoDigits: month)
        output.append(UInt8(ascii: "-"))
        output.append(twoDigits: monthDay)
        output.append(UInt8(ascii: "T"))
        output.append(twoDigits: ofDay / 3_600_000)
        output.append(UInt8(ascii: ":"))
        output.append(twoDigits: ofDay / 60_000 % 60)
        output.append(UInt8(ascii: ":"))
        output.append(twoDigits: ofDay / 1000 % 60)
        output.append(UInt8(ascii: "."))
        output.append(digit: ofDay % 1000 / 100)
        output.append(twoDigits: ofDay % 100)
        output.append(UInt8(ascii: "Z"))
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

extension OutputSpan<UInt8> {
    fileprivate mutating func append(digit: Int64) {
        append(UInt8(ascii: "0") + UInt8(digit % 10))
    }

    fileprivate mutating func append(twoDigits number: Int64) {
        append(digit: number / 10)
        append(digit: number)
    }
}
