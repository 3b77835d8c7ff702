extension CalendarDate {
    /// A day as `YYYY-MM-DD`; `nil` for another form, and where there is no such day.
    public init?(iso8601 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == Byte.hyphen, bytes[7] == Byte.hyphen,
            let year = bytes.span.number(0, digits: 4), let month = bytes.span.number(5, digits: 2),
            let day = bytes.span.number(8, digits: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
