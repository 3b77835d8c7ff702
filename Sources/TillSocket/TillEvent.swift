public import Scanning

/// What became of a connection, for the log: which socket, by its configured path, and the peer's user id.
public enum TillEvent: Hashable, Sendable {
    case connected(socket: String, user: UInt32)
    /// The daemon ended it, or refused it from the start.
    case dismissed(socket: String, user: UInt32, reason: TillMessage.Farewell.Reason)
    /// The connection is gone, whoever ended it. Follows either of the others.
    case closed(socket: String, user: UInt32)
}

extension TillEvent: CustomStringConvertible {
    public var description: String {
        switch self {
        case .connected(let socket, let user): "\(socket): a till of user \(user) is connected"
        case .dismissed(let socket, let user, let reason):
            "\(socket): a till of user \(user) was sent away: \(reason.rawValue)"
        case .closed(let socket, let user): "\(socket): a connection of user \(user) is closed"
        }
    }
}
