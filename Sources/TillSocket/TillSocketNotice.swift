/// Something that an operator should read in the log: the socket is served, but not to all whom the configuration names.
public enum TillSocketNotice: Hashable, Sendable {
    /// The socket's file is no group's: its group doesn't exist, or this user may not give files to it.
    case ownUserOnly(path: String, group: String)
    /// An inherited socket's group doesn't exist, so none of its members is let in.
    case unknownGroup(path: String, group: String)
    case unknownUser(path: String, user: String)
}

extension TillSocketNotice: CustomStringConvertible {
    public var description: String {
        switch self {
        case .ownUserOnly(let path, let group):
            "\(path): serves its own user and those listed only, since its file can't be given to the group \(group); "
                + "create the group, and run as root or as a member of it"
        case .unknownGroup(let path, let group):
            "\(path): there is no group \(group); create it, then reload"
        case .unknownUser(let path, let user):
            "\(path): there is no user \(user); create it or remove it from `users`, then reload"
        }
    }
}
