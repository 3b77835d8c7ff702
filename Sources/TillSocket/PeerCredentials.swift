import Glibc

/// Who is at the other end, as the kernel noted it when the connection was made.
struct PeerCredentials: Hashable, Sendable {
    var user: UInt32
    /// The primary group.
    var group: UInt32
    /// The supplementary groups.
    var groups: [UInt32]

    init(user: UInt32, group: UInt32, groups: [UInt32]) {
        self.user = user
        self.group = group
        self.groups = groups
    }

    /// Source: `socket(7)`, SO_PEERCRED and SO_PEERGROUPS. The Glibc module leaves out both `struct ucred`, which is
    /// three 32-bit words (pid, uid, gid), and the name of the second option.
    init(descriptor: Int32) throws(TillSocketError) {
        let peerGroups: Int32 = 59
        var words: (pid: UInt32, user: UInt32, group: UInt32) = (0, 0, 0)
        var size = socklen_t(MemoryLayout.size(ofValue: words))
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &words, &size) == 0 else {
            throw .io(call: "getsockopt(SO_PEERCRED)", path: "a till's connection", errno: errno)
        }
        user = words.user
        group = words.group
        // With too little room the kernel says how much it needs.
        groups = Array(repeating: 0, count: 32)
        while true {
            size = socklen_t(groups.count * MemoryLayout<UInt32>.stride)
            if getsockopt(descriptor, SOL_SOCKET, peerGroups, &groups, &size) == 0 {
                groups.removeLast(groups.count - Int(size) / MemoryLayout<UInt32>.stride)
                return
            }
            guard errno == ERANGE, Int(size) > groups.count * MemoryLayout<UInt32>.stride else {
                throw .io(call: "getsockopt(SO_PEERGROUPS)", path: "a till's connection", errno: errno)
            }
            groups = Array(repeating: 0, count: Int(size) / MemoryLayout<UInt32>.stride)
        }
    }
}
