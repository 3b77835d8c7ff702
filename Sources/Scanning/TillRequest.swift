/// What a till asked for.
///
/// Source: `docs/till-protocol.md`, "Requests from a till".
public enum TillRequest: Hashable, Sendable {
    case ack(scan: String)
    case status(id: String?)
    case replay(id: String?)
    /// `call` is `nil` for a name that is none of the API's calls, `parameters` for what is no object of texts, numbers
    /// and booleans: whether the socket allows the call is the first thing to tell a till.
    case call(id: String?, call: TillCall?, parameters: [String: CallParameter]?)
}
