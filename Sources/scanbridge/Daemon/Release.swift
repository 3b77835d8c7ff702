import AAMVA

/// Which scanbridge this is.
enum Release {
    static let version = "0.1.0"

    /// No machine's clock can rightly be before it; changed with each version.
    static let date: CalendarDate = {
        guard let date = CalendarDate(year: 2026, month: 11, day: 23) else {
            preconditionFailure("the release's date is a day of the calendar")
        }
        return date
    }()
}
