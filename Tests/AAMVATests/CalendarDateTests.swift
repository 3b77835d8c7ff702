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

    @Test func `no other byte passes for a digit of a date, wherever it stands`() {
        let date = Array("19810203".utf8)
        let others = (UInt8.min...UInt8.max).filter { !(0x30...0x39).contains($0) }
        for (place, other) in date.indices.flatMap({ place in others.map { (place, $0) } }) {
            var damaged = date
            damaged[place] = other
            #expect(CalendarDate.read(damaged.span, 0..<8) == nil, "\(other) at \(place)")
        }
    }
}
