import TillSocket

/// The configuration's `sockets` entry.
struct SocketEntry: Hashable {
    var settings = SocketSettings()
    /// POS API calls that tills may make through the socket.
    var calls: [String] = []
}
