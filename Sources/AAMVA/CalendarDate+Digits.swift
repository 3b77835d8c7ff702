extension CalendarDate {
    /// How a date's eight digits are ordered.
    public enum DigitOrder: Hashable, Sendable {
        /// CCYYMMDD: version 01, and Canada from version 03 on.
        case yearFirst
        /// MMDDCCYY: version 02, and the United States from then on.
        case monthFirst
    }

    /// A date of the years 1900 to 2099 in eight digits, whose order shows by itself.
    ///
    /// CCYYMMDD read as MMDDCCYY has month 19 or 20, which doesn't exist; and the other way round the year would lie
    /// outside. Hyphens or slashes may stand between the parts, and a letter behind the digits, as New Hampshire has it.
    /// `nil` where neither order makes a date.
    public static func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (
        date: CalendarDate, order: DigitOrder
    )? {
        let digits = range.count == 8 ? bytes.eightDigits(range.lowerBound) : number(bytes, range)
        guard let digits else { return nil }
        let (upper, lower) = digits.quotientAndRemainder(dividingBy: 10_000)
        let isYearFirst = upper >= 1900
        let (year, rest) = isYearFirst ? (upper, lower) : (lower, upper)
        let date = CalendarDate(calendarYear: year, month: rest / 100, day: rest % 100)
        return date.map { ($0, isYearFirst ? .yearFirst : .monthFirst) }
    }

    /// A date in CCYYMMDD, as stripes have it.
    init?(yearFirst bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count == 8, let digits = bytes.eightDigits(range.lowerBound) else { return nil }
        self.init(calendarYear: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    @inline(__always)
    private init?(calendarYear year: Int, month: Int, day: Int) {
        guard (1900...2099).contains(year) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Eight digits with a letter behind them, or in parts of two and four with hyphens or slashes between them.
    private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        if range.count == 9, bytes[range.upperBound - 1].isLetter {
            return bytes.eightDigits(range.lowerBound)
        }
        guard range.count == 10 else { return nil }
        var number = 0
        var signs: [Int] = []
        for index in range {
            if bytes[index].isDigit {
                number = number * 10 + bytes[index].digitValue
            } else if bytes[index] == Byte.hyphen || bytes[index] == UInt8(ascii: "/") {
                signs.append(index - range.lowerBound)
            } else {
                return nil
            }
        }
        return signs == [2, 5] || signs == [4, 7] ? number : nil
    }
}
