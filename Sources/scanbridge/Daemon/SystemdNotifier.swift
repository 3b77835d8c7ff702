import Glibc

/// Tells systemd how the service is, where it asked for that.
///
/// Source: sd_notify(3), "Notes": a datagram to the socket that `$NOTIFY_SOCKET` names.
struct SystemdNotifier: Sendable {
    private let socketPath: String?
    /// Half the watchdog's time, as sd_watchdog_enabled(3) advises; `nil` where there is none.
    let watchdogInterval: Duration?

    init() {
        socketPath = getenv("NOTIFY_SOCKET").map { String(cString: $0) }
        let microseconds = getenv("WATCHDOG_USEC").flatMap { Int(String(cString: $0)) }
        let process = getenv("WATCHDOG_PID").flatMap { Int32(String(cString: $0)) } ?? getpid()
        watchdogInterval = process == getpid() ? microseconds.map { .microseconds($0 / 2) } : nil
    }

    func ready() { send("READY=1") }

    func reloading() { send("RELOADING=1") }

    func stopping() { send("STOPPING=1") }

    func alive() { send("WATCHDOG=1") }

    /// A service manager that can't be told is no reason to fail, so nothing is reported.
    private func send(_ state: String) {
        guard let socketPath, let address = Self.address(socketPath) else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + socketPath.utf8.count)
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                _ = state.withCString {
                    sendto(descriptor, $0, strlen($0), Int32(MSG_NOSIGNAL), pointer, length)
                }
            }
        }
    }

    /// A path, or a name in the abstract namespace, which begins with `@` here and with NUL on the wire.
    private static func address(_ path: String) -> sockaddr_un? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(path.utf8)
        guard let first = bytes.first, bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else {
            return nil
        }
        if first == UInt8(ascii: "@") { bytes[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return address
    }
}
