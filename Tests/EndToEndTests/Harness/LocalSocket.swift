import Glibc

/// Unix-domain sockets by their paths, for the ends that a test holds.
enum LocalSocket {
    /// Connects; waits while the daemon's queue of connections is full.
    static func connected(to path: String) throws -> Int32 {
        try make(SOCK_STREAM, path, "connect", connect)
    }

    /// A listening socket, as a service manager makes it for a daemon.
    static func listening(at path: String) throws -> Int32 {
        let descriptor = try make(SOCK_STREAM, path, "bind", bind)
        guard listen(descriptor, 16) == 0 else { throw TestTrouble.call("listen", path, errno) }
        return descriptor
    }

    /// Takes a service's notifications, also from another user.
    static func receiving(at path: String) throws -> Int32 {
        let descriptor = try make(SOCK_DGRAM, path, "bind", bind)
        chmod(path, 0o777)
        return descriptor
    }

    private static func make(
        _ type: __socket_type, _ path: String, _ name: String,
        _ call: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32
    ) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(type.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw TestTrouble.call("socket", path, errno) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let result = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                call(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else {
            let code = errno
            close(descriptor)
            throw TestTrouble.call(name, path, code)
        }
        return descriptor
    }
}
