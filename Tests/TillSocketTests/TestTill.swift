import Glibc
import NIOCore
import NIOPosix

@testable import TillSocket

/// Till software in its simplest form: a blocking socket. Its waiting is done on threads of its own, so that it never
/// holds up the tests' tasks.
actor TestTill {
    struct Timeout: Error {}
    struct Refused: Error {
        let code: Int32
    }

    private static let waiting: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 16)
        pool.start()
        return pool
    }()

    nonisolated let descriptor: Int32
    private var unread: [UInt8] = []

    init(path: String) throws {
        let address = try UnixSocketAddress(path: path)
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard address.apply({ connect(descriptor, $0, $1) }) == 0 else { throw Refused(code: errno) }
    }

    deinit { Glibc.close(descriptor) }

    /// The next line; `nil` at the end of the stream.
    func line() async throws -> ReceivedLine? {
        guard let bytes = try await lineBytes() else { return nil }
        return try ReceivedLine(json: bytes)
    }

    /// Lines up to the end of the stream.
    func rest() async throws -> [ReceivedLine] {
        var lines: [ReceivedLine] = []
        while let line = try await line() { lines.append(line) }
        return lines
    }

    func lineBytes() async throws -> [UInt8]? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(unread[...end])
                unread.removeFirst(end + 1)
                return line
            }
            let chunk = try await Self.waiting.runIfActive { [descriptor] in try Self.read(descriptor) }
            if chunk.isEmpty { return nil }
            unread += chunk
        }
    }

    nonisolated func send(_ text: String) {
        send(Array(text.utf8))
    }

    nonisolated func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    nonisolated func closeWritingSide() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// The till's process has ended: the socket is closed, whatever it left unread. (Something else takes the
    /// descriptor's number, since `deinit` closes it.)
    nonisolated func hangUp() {
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        dup2(nothing, descriptor)
        Glibc.close(nothing)
    }

    /// Empty at the end of the stream.
    private static func read(_ descriptor: Int32) throws -> [UInt8] {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard Glibc.poll(&poll, 1, 20_000) > 0 else { throw Timeout() }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count >= 0 else { throw Refused(code: errno) }
        return Array(buffer.prefix(count))
    }
}
