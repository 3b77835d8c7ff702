import Glibc

/// A Unix-domain socket's address in the kernel's form.
struct UnixAddress {
    /// Bytes that a path may have, its closing NUL not counted.
    ///
    /// Source: unix(7), `sun_path`.
    static let limit = 107

    private var address = sockaddr_un()

    /// `nil` where the path is too long.
    init?(path: String) {
        let bytes = Array(path.utf8)
        guard bytes.count <= Self.limit else { return nil }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    }

    func withSocketAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
