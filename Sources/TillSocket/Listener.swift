import Glibc

/// A listening till socket: one that this process made, or one that it inherited.
struct Listener: Sendable {
    /// The entry's path; an inherited socket may have another.
    let configuredPath: String
    /// The socket's path.
    let path: String
    let descriptor: Int32
    /// `nil` for an inherited socket, whose file is the service manager's.
    private let own: OwnSocket?

    init(_ settings: SocketSettings, inherited: ListenDescriptor?) throws(TillSocketError) {
        configuredPath = settings.path
        if let inherited {
            path = try inherited.path()
            descriptor = inherited.descriptor
            own = nil
        } else {
            let socket = try OwnSocket(path: settings.path)
            path = settings.path
            descriptor = socket.descriptor
            own = socket
        }
    }

    /// Looks up the names in the settings and gives an own socket's file to its group.
    func grantAccess(by settings: SocketSettings) -> (access: AccessList, notices: [TillSocketNotice]) {
        var notices: [TillSocketNotice] = []
        var users: Set<UInt32> = []
        for name in settings.users {
            if let user = AccountDirectory.user(named: name) {
                users.insert(user)
            } else {
                notices.append(.unknownUser(path: path, user: name))
            }
        }
        var group = AccountDirectory.group(named: settings.group)
        if let own, !own.admit(group: group, listsUsers: !users.isEmpty) {
            group = nil
            notices.append(.ownUserOnly(path: path, group: settings.group))
        } else if group == nil {
            notices.append(.unknownGroup(path: path, group: settings.group))
        }
        return (AccessList(ownUser: geteuid(), users: users, group: group), notices)
    }

    /// An inherited socket listens already.
    func listen() throws(TillSocketError) {
        try own?.listen()
    }

    /// Removes an own socket's file, so that no till waits for what never comes. The descriptor stays open.
    func removeFile() {
        own?.remove()
    }
}
