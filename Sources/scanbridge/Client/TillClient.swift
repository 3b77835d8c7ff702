import Glibc

/// A till's end of the socket, for the commands that talk to a running daemon. Its calls wait.
final class TillClient {
    let path: String
    private let descriptor: Int32
    private var received: [UInt8] = []

    init(path: String) throws(TillClientError) {
        guard let address = UnixAddress(path: path) else { throw .pathTooLong(path: path) }
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .io(call: "socket", path: path, errno: errno) }
        let descriptor = descriptor
        guard address.withSocketAddress({ connect(descriptor, $0, $1) }) == 0 else {
            throw errno == EACCES ? .denied(path: path) : .unreachable(path: path, errno: errno)
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Sends one request; the line's end is added.
    func send(_ request: String) throws(TillClientError) {
        let bytes = Array(request.utf8) + [UInt8(ascii: "\n")]
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 || errno == EINTR else { throw .io(call: "send", path: path, errno: errno) }
            sent += max(0, count)
        }
    }

    /// The next line without its end; `nil` once the daemon has closed.
    func nextLine() throws(TillClientError) -> [UInt8]? {
        while true {
            if let end = received.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(received[..<end])
                received.removeSubrange(...end)
                return line
            }
            var chunk = [UInt8](repeating: 0, count: 65_536)
            let count = recv(descriptor, &chunk, chunk.count, 0)
            if count > 0 {
                received += chunk[..<count]
            } else if count == 0 || errno == ECONNRESET {
                return nil
            } else if errno != EINTR {
                throw .io(call: "recv", path: path, errno: errno)
            }
        }
    }
}
