/// The POS API's operations.
public enum PointOfSaleCall: String, Hashable, Sendable, CaseIterable {
    /// The accounts of a person, by name and birth date.
    case search = "customers.search"
    /// One account, by its number, a card of it, or its customer.
    case lookup = "customers.lookup"
    /// Authenticates a customer, and gives or sends a one-time PIN.
    case verify = "account.verify"
    /// What plans there are for an amount.
    case interest = "account.interest"
    /// Closes an account for good.
    case close = "account.close"
    /// A licence's text as applicant fields.
    case driversLicense = "customers.driverslicense"
    /// A new token, which tells whether the credentials work.
    case token = "oauth.token"

    /// Whether doing it twice changes nothing beyond doing it once, so that it may be tried again unasked.
    var isRepeatable: Bool {
        switch self {
        case .verify, .close: false
        case .search, .lookup, .interest, .driversLicense, .token: true
        }
    }
}
