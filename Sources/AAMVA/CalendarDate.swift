/// A day of the Gregorian calendar, without time or zone.
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// Day, month and year from the lowest bits on, so that later days are greater numbers.
    private let packed: UInt32

    /// `nil` where there is no such day, such as 30 February, and for years before 0 or after 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard 0...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.days(in: month, of: year) else {
            return nil
        }
        packed = UInt32(truncatingIfNeeded: year << 9 | month << 5 | day)
    }

    /// 0 to 9999.
    public var year: Int { Int(packed >> 9) }
    /// 1 to 12.
    public var month: Int { Int(packed >> 5 & 0xF) }
    /// 1 to the month's length.
    public var day: Int { Int(packed & 0x1F) }

    /// The last day of a month (1 to 12), for dates that a card gives to the month only.
    public static func lastDay(of month: Int, year: Int) -> CalendarDate? {
        guard (1...12).contains(month) else { return nil }
        return CalendarDate(year: year, month: month, day: days(in: month, of: year))
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.packed < right.packed
    }

    /// Whole years from this day to `other`, as ages are counted: a birthday on 29 February is reached on 1 March in common years.
    public func years(to other: CalendarDate) -> Int {
        let full = (other.month, other.day) >= (month, day)
        return other.year - year - (full ? 0 : 1)
    }

    /// `YYYY-MM-DD`.
    public var iso8601: String {
        let digits = digits
        return digits.span.text(0..<digits.count)
    }

    /// `YYYY-MM-DD` in ASCII.
    package var digits: InlineArray<10, UInt8> {
        var digits = InlineArray<10, UInt8>(repeating: Byte.hyphen)
        let year = packed >> 9
        digits.write(year / 100, at: 0)
        digits.write(year, at: 2)
        digits.write(packed >> 5 & 0xF, at: 5)
        digits.write(packed & 0x1F, at: 8)
        return digits
    }

    @inline(__always)
    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension InlineArray<10, UInt8> {
    /// Writes a number's last two digits.
    fileprivate mutating func write(_ number: UInt32, at index: Int) {
        self[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10)
        self[index + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
    }
}
