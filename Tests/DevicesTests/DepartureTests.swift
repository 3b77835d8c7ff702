import Glibc
import Scanning
import Synchronization
import Testing

@testable import Devices

/// What is known of a scanner that has gone before it is closed, which takes the kernel a while.
@Suite(.timeLimit(.minutes(1))) struct DepartureTests {
    /// A serial line's reader whose closing waits for the test.
    private final class SlowToClose: DescriptorReader {
        let line: SerialReader
        let mayClose = Mutex(false)

        init(_ line: SerialReader) { self.line = line }

        var descriptor: Int32 { line.descriptor }
        var connection: ScannerConnection? { line.connection }
        func drain(isHungUp: Bool) -> Drained { line.drain(isHungUp: isHungUp) }
        func close() {
            while !mayClose.withLock(\.self) { usleep(1_000) }
            line.close()
        }
    }

    private let loop: DeviceLoop
    private let connection: ScannerConnection
    private let reader: SlowToClose

    /// A line that has been ready and whose other end has just been closed.
    init() async throws {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        try #require(socketpair(AF_UNIX, kind, 0, &ends) == 0)
        loop = try DeviceLoop()
        connection = ScannerConnection(on: loop, capacity: ScannerConnection.Capacity.serial)
        reader = SlowToClose(SerialReader(ends[0], for: connection))
        connection.adopt([reader])
        try await connection.waitUntilReady()
        try #require(connection.endedAt == nil)
        close(ends[1])
        while connection.endedAt == nil { await loop.comeRound() }
    }

    private func end() { reader.mayClose.withLock { $0 = true } }

    @Test func `when it went is known before it is closed, and doesn't change`() async throws {
        defer { loop.stop() }
        let seen = ContinuousClock.now
        end()
        for await _ in connection.inputs {}
        #expect(try #require(connection.endedAt) <= seen)
    }

    @Test func `once it is gone no silence is told of`() async {
        defer { loop.stop() }
        connection.wake(at: .now)
        for _ in 1...3 { await loop.comeRound() }
        end()
        var inputs: [ScannerInput] = []
        for await timed in connection.inputs { inputs.append(timed.input) }
        #expect(inputs == [])
    }
}
