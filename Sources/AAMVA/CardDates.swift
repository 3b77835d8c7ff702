/// Where a person's and a card's dates stand.
struct CardDates {
    private(set) var birth: Range<Int>?
    private(set) var issue: Range<Int>?
    private(set) var expiry: Range<Int>?

    /// Takes the first of each; any other element is none of these.
    mutating func note(_ id: ElementID, _ value: Range<Int>) {
        switch id {
        case .birthDate: birth = birth ?? value
        case .issueDate: issue = issue ?? value
        case .expiryDate: expiry = expiry ?? value
        default: break
        }
    }
}
