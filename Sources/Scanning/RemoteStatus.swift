/// How the POS API answers scans: the protocol's `remote`.
public struct RemoteStatus: Hashable, Sendable {
    public enum State: String, Hashable, Sendable {
        /// Scans are decoded here alone.
        case off
        case up
        /// It has failed, and is left alone until it is tried again.
        case down
    }

    public var state: State
    /// When the state began; `nil` while it is `off`.
    public var since: Timestamp?

    public init(_ state: State, since: Timestamp? = nil) {
        self.state = state
        self.since = since
    }
}
