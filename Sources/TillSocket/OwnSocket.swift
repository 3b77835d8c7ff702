import Glibc

/// A listening socket that this process made, and its file.
///
/// While the lock beside it is held, a file that is no socket is refused and left alone, one that answers a
/// connection is refused, and one that doesn't is stale and removed. The file is born under another name with mode
/// 0600, and takes its own once its mode and group are right and it listens: a till that sees it can connect.
struct OwnSocket: Sendable {
    /// Connections that the kernel keeps waiting; it caps this at `net.core.somaxconn`.
    private static let backlog: Int32 = 1024

    let path: String
    /// Where the file is until it listens.
    private let birthplace: String
    /// The listening socket.
    let descriptor: Int32
    /// The file itself, whatever becomes of its name: for its mode, and to know it again at the end.
    private let file: Int32
    private let lock: SocketLock

    init(path: String) throws(TillSocketError) {
        let address = try UnixSocketAddress(path: path)
        birthplace = Self.birthplace(of: path)
        let lock = try SocketLock(forSocket: path)
        do throws(TillSocketError) {
            try Self.clear(path, address: address)
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
            guard descriptor >= 0 else { throw .io(call: "socket", path: path, errno: errno) }
            do throws(TillSocketError) {
                file = try Self.bind(descriptor, at: birthplace, path: path)
            } catch {
                close(descriptor)
                throw error
            }
            self.path = path
            self.descriptor = descriptor
            self.lock = lock
        } catch {
            lock.release()
            throw error
        }
    }

    /// Lets the group's members in by file mode, or only the own user; everybody where single users are listed, whom no
    /// mode can name: then the kernel's word on each peer decides. False if the group couldn't be given the file.
    func admit(group: UInt32?, listsUsers: Bool = false) -> Bool {
        // The only way to a mode that follows neither a link nor a file that has taken the name since.
        let name = "/proc/self/fd/\(file)"
        let isGiven = group.map { give(name, to: $0) } ?? false
        let mode: mode_t = (isGiven ? 0o660 : 0o600) | (listsUsers ? 0o006 : 0)
        return chmod(name, mode) == 0 && isGiven
    }

    /// A directory with the set-group-ID bit has given it already, and then needs no right to call chown(2).
    private func give(_ name: String, to group: UInt32) -> Bool {
        var status = stat()
        return fstat(file, &status) == 0 && status.st_gid == group || chown(name, uid_t.max, group) == 0
    }

    func listen() throws(TillSocketError) {
        guard Glibc.listen(descriptor, Self.backlog) == 0 else {
            throw .io(call: "listen", path: path, errno: errno)
        }
        guard rename(birthplace, path) == 0 else { throw .io(call: "rename", path: path, errno: errno) }
    }

    /// Removes the socket's file if it is still this one, and the lock. The listening socket stays open.
    func remove() {
        for name in [path, birthplace] where FileIdentity(at: name) == FileIdentity(of: file) { unlink(name) }
        close(file)
        lock.release()
    }

    /// Removes a stale socket; whatever else is there is an error.
    private static func clear(_ path: String, address: UnixSocketAddress) throws(TillSocketError) {
        guard let existing = FileIdentity(at: path) else { return }
        guard existing.isSocket else { throw .notASocket(path: path) }
        let probe = socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard probe >= 0 else { throw .io(call: "socket", path: path, errno: errno) }
        defer { close(probe) }
        let result = address.apply { connect(probe, $0, $1) }
        let code = errno
        switch code {
        // Connected, or its queue is full, or it is a socket of another type: alive in any case.
        case _ where result == 0: throw .inUse(path: path)
        case EAGAIN, EPROTOTYPE: throw .inUse(path: path)
        case EACCES, EPERM: throw .permission(path: path)
        case ECONNREFUSED:
            guard unlink(path) == 0 || errno == ENOENT else { throw .permission(path: path) }
        case ENOENT: return
        default: throw .io(call: "connect", path: path, errno: code)
        }
    }

    /// A name beside the socket's, by one byte longer where an address has room for that.
    private static func birthplace(of path: String) -> String {
        path.utf8.count < UnixSocketAddress.pathLimit ? path + "~" : path.dropLast() + "~"
    }

    /// Gives the file's descriptor.
    private static func bind(
        _ descriptor: Int32, at birthplace: String, path: String
    ) throws(TillSocketError) -> Int32 {
        let address = try UnixSocketAddress(path: birthplace)
        // Left by a daemon that was killed at its start: nobody else may use the name while the lock is held.
        if FileIdentity(at: birthplace)?.isSocket == true { unlink(birthplace) }
        // On Linux a socket's own mode, less the umask, becomes its file's: no moment with a wider one.
        guard fchmod(descriptor, 0o600) == 0 else { throw .io(call: "fchmod", path: path, errno: errno) }
        guard address.apply({ Glibc.bind(descriptor, $0, $1) }) == 0 else {
            switch errno {
            case EADDRINUSE: throw .inUse(path: path)
            case EACCES, EPERM, EROFS: throw .permission(path: path)
            case let code: throw .io(call: "bind", path: path, errno: code)
            }
        }
        // O_PATH, which the Glibc module leaves out: names the file without opening it.
        let nameOnly: Int32 = 0o10_000_000
        let file = open(birthplace, nameOnly | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw .io(call: "open", path: path, errno: errno) }
        return file
    }
}
