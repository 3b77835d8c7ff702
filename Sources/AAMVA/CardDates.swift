/// A person's and a card's dates.
struct CardDates {
    /// A date as it was read, and where.
    struct Entry {
        let place: Range<Int>
        /// `nil` where the value is none.
        let date: CalendarDate?

        fileprivate init(_ bytes: Span<UInt8>, _ value: Range<Int>) {
            place = bytes.trimmed(value)
            date = CalendarDate.read(bytes, place)?.date
        }
    }

    private(set) var birth: Entry?
    private(set) var issue: Entry?
    private(set) var expiry: Entry?

    /// Takes the first of each; any other element is none of these.
    mutating func note(_ id: ElementID, _ bytes: Span<UInt8>, _ value: Range<Int>) {
        switch id {
        case .birthDate where birth == nil: birth = Entry(bytes, value)
        case .issueDate where issue == nil: issue = Entry(bytes, value)
        case .expiryDate where expiry == nil: expiry = Entry(bytes, value)
        default: break
        }
    }
}
