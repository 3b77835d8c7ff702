extension RecordReader {
    /// The elements that give the day on which the holder comes of an age, in years.
    ///
    /// Source: AAMVA DL/ID Card Design Standard (2020), Annex D, table D.4.
    private static let ages: [(id: ElementID, years: Int)] = [
        (ElementID("DDH"), 18), (ElementID("DDI"), 19), (ElementID("DDJ"), 21),
    ]
    private static var ageDates: ElementSet {
        ElementSet([ElementID("DDH"), ElementID("DDI"), ElementID("DDJ")])
    }

    /// A birth date that the days of coming of age contradict is in doubt.
    mutating func judgeAgeDates() {
        guard !seen.isDisjoint(with: Self.ageDates), let entry = dates.birth, let birth = entry.date else {
            return
        }
        let payload = bytes
        let span = payload.span
        for element in elements where Self.ageDates.contains(element.id) {
            guard let age = Self.ages.first(where: { $0.id == element.id }),
                let date = CalendarDate.read(span, span.trimmed(element.value))?.date
            else { continue }
            if !Self.isNear(date, birth, years: age.years) {
                findings.append(.doubtful(.birthDate, .contradictingDates, at: entry.place.lowerBound))
                return
            }
        }
    }

    /// Whether a day is a birthday, or the day before or after it, whatever the length of its month.
    private static func isNear(_ date: CalendarDate, _ birth: CalendarDate, years: Int) -> Bool {
        let months = (date.year - birth.year - years) * 12 + date.month - birth.month
        let distance = months * 31 + date.day - birth.day
        return abs(distance) <= 4
    }
}
