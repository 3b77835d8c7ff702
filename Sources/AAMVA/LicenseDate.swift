/// A date as precisely as a card gives it.
public struct LicenseDate: Hashable, Sendable {
    public enum Precision: Hashable, Sendable {
        case day
        /// The card gives year and month; `date` is the month's last day.
        case month
    }

    public let date: CalendarDate
    public let precision: Precision

    public init(_ date: CalendarDate, precision: Precision = .day) {
        self.date = date
        self.precision = precision
    }
}
