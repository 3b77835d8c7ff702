import Glibc

/// Why the till sockets can't be served, or a reload not be taken. Each case's text says what would help.
public enum TillSocketError: Error, Hashable, Sendable {
    /// A live process listens there.
    case inUse(path: String)
    /// The directory doesn't let this process create the socket, or the socket is another user's.
    case permission(path: String)
    case missingDirectory(path: String)
    /// Something else bears the socket's name; it is left alone.
    case notASocket(path: String)
    /// Empty, longer than a socket address holds (107 bytes), or with a NUL.
    case invalidPath(path: String)
    /// A system call failed: its name and errno.
    case io(call: String, path: String, errno: Int32)
    /// A reload adds, removes or moves a socket.
    case pathsChanged
    /// What the service manager handed over is no listening Unix stream socket.
    case notAListener(name: String, descriptor: Int32)
    /// The service manager handed over more sockets than are configured.
    case tooManyDescriptors(given: Int, configured: Int)
    /// LISTEN_FDS or LISTEN_PID can't be read as a number.
    case invalidListenEnvironment(variable: String)
}

extension TillSocketError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .inUse(let path):
            "\(path): another process already serves this socket; stop it, or choose another path"
        case .permission(let path):
            "\(path): this user may not create the socket there; let it write to the directory, or choose another path"
        case .missingDirectory(let path):
            "\(path): the socket's directory does not exist; create it, or choose another path"
        case .notASocket(let path):
            "\(path): a file that is no socket bears this name; move it away, or choose another path"
        case .invalidPath(let path):
            "\(path): a socket's path must be 1 to \(UnixSocketAddress.pathLimit) bytes long; choose a shorter one"
        case .io(let call, let path, let errno):
            "\(path): \(call) failed: \(String(cString: strerror(errno))) (errno \(errno))"
        case .pathsChanged:
            "the till sockets' paths can't change while the daemon runs; restart it"
        case .notAListener(let name, let descriptor):
            "descriptor \(descriptor) (\(name)) from the service manager is no listening Unix stream socket; "
                + "use ListenStream= with a path"
        case .tooManyDescriptors(let given, let configured):
            "the service manager handed over \(given) sockets, and \(configured) are configured; "
                + "add entries to `sockets`, or remove ListenStream= lines"
        case .invalidListenEnvironment(let variable):
            "the environment variable \(variable) is not a number; start the daemon by a service manager, or unset it"
        }
    }
}
