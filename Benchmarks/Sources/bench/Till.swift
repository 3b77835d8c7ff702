import CBench
import Glibc

/// A till: one end of a Unix socket.
final class Till {
    /// A read that takes so many seconds has failed: far beyond all that is measured.
    private static let patience: Int32 = 5

    private let path: String
    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    /// Connects as soon as the process listens at `path`.
    init(_ path: String, of process: ChildProcess) throws(BenchError) {
        self.path = path
        let limit = ContinuousClock.now + .seconds(Int(Self.patience))
        var connected = cbench_connect(path, Self.patience)
        while connected < 0, errno == ENOENT || errno == ECONNREFUSED, ContinuousClock.now < limit {
            if process.hasEnded { throw BenchError("the process that should listen at \(path) has ended") }
            usleep(100)
            connected = cbench_connect(path, Self.patience)
        }
        guard connected >= 0 else { throw .call("connect", path) }
        descriptor = connected
    }

    deinit { close(descriptor) }

    /// What has come, at least a byte; waits for it.
    func read() throws(BenchError) -> ArraySlice<UInt8> {
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else {
            throw count == 0 ? BenchError("\(path): closed by the daemon") : .call("read", path)
        }
        return buffer[..<count]
    }
}
