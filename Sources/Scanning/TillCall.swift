/// A call of the POS API that a till may make through its socket, where the socket's configuration allows it.
///
/// Source: `docs/till-protocol.md`, "Requests from a till".
public enum TillCall: String, Hashable, Sendable, CaseIterable {
    case search = "customers.search"
    case lookup = "customers.lookup"
    case verify = "account.verify"
    case interest = "account.interest"
    case close = "account.close"
}
