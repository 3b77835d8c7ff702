/// Who may connect to a socket: root, the daemon's own user, the listed users, and members of its group.
struct AccessList: Hashable, Sendable {
    /// Root and the daemon's own user are always among them.
    private let users: Set<UInt32>
    private let group: UInt32?

    init(ownUser: UInt32, users: Set<UInt32>, group: UInt32?) {
        self.users = users.union([0, ownUser])
        self.group = group
    }

    func admits(_ peer: PeerCredentials) -> Bool {
        if users.contains(peer.user) { return true }
        guard let group else { return false }
        return peer.group == group || peer.groups.contains(group)
    }
}
