import Glibc

/// The lock beside an own socket (`till.sock.lock`): who holds it may replace the socket's file.
///
/// Without it two daemons that start at once could both find a stale socket, and the slower one would remove the
/// socket that the faster one has just begun to serve. The kernel drops the lock with its holder, however that ends.
struct SocketLock: Sendable {
    private let path: String
    private let descriptor: Int32

    init(forSocket socket: String) throws(TillSocketError) {
        path = socket + ".lock"
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw Self.error(of: errno, socket: socket) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let code = errno
                close(descriptor)
                if code == EWOULDBLOCK { throw .inUse(path: socket) }
                throw .io(call: "flock", path: path, errno: code)
            }
            // The last holder may have removed the file between the two calls: then this locks nothing anyone sees.
            if FileIdentity(of: descriptor) == FileIdentity(at: path) {
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
    }

    /// Removes the file, then lets go of it.
    func release() {
        unlink(path)
        close(descriptor)
    }

    private static func error(of code: Int32, socket: String) -> TillSocketError {
        switch code {
        case ENOENT, ENOTDIR: .missingDirectory(path: socket)
        case EACCES, EPERM, EROFS: .permission(path: socket)
        case let code: .io(call: "open", path: socket + ".lock", errno: code)
        }
    }
}
