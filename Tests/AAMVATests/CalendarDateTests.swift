import AAMVA
import Testing

@Suite struct CalendarDateTests {
    @Test func `there is no 30 February, and a 29th in leap years only`() {
        #expect(CalendarDate(year: 2024, month: 2, day: 30) == nil)
        #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
        #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    }

    @Test func `a date is written as ISO 8601`() {
        #expect(CalendarDate(year: 1981, month: 2, day: 3)?.iso8601 == "1981-02-03")
    }
}
