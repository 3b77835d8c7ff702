public import AAMVA

/// The day that warnings about dates go by.
public struct Today: Hashable, Sendable {
    public let date: CalendarDate
    /// Whether the day can be the right one. A machine whose date lies before the program was built has lost its clock.
    public let isBelieved: Bool

    /// A day that somebody named, and that is believed whatever it is.
    public init(_ date: CalendarDate) {
        self.date = date
        isBelieved = true
    }

    /// The machine's local day, held against the day on which the program was built.
    public init(machine date: CalendarDate, builtOn built: CalendarDate) {
        self.date = date
        isBelieved = date >= built
    }
}
