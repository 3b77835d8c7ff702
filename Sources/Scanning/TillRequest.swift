/// What a till asked for.
///
/// Source: `docs/till-protocol.md`, "Requests from a till".
public enum TillRequest: Hashable, Sendable {
    case ack(scan: String)
    case status(id: String?)
    case replay(id: String?)
    case call(id: String?)
}
