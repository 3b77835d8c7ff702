import Devices
import Scanning
import Testing

@Suite(.timeLimit(.minutes(5))) struct SilenceTests {
    @Test func `a silent line says so once the deadline has passed`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        let deadline = ContinuousClock.now + .milliseconds(40)
        line.connection.wake(at: deadline)
        let tick = try #require(await line.connection.next())
        #expect(tick.input == .silence)
        #expect(tick.at >= deadline)
    }

    @Test func `a nearer deadline takes the place of a farther one`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        let start = ContinuousClock.now
        line.connection.wake(at: start + .seconds(600))
        line.connection.wake(at: start + .milliseconds(20))
        let tick = try #require(await line.connection.next())
        #expect(tick.at - start < .seconds(600))
    }

    @Test func `a deadline in the past is answered at once`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        line.connection.wake(at: .now - .seconds(1))
        let tick = try #require(await line.connection.next())
        #expect(tick.input == .silence)
    }

    @Test func `bytes that come before the deadline take it back`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        line.connection.wake(at: .now + .seconds(1))
        try line.scanner.write([0x41])
        let first = await line.connection.next()
        try #require(first?.input == .bytes([0x41]))
        try await Task.sleep(for: .milliseconds(1200))
        try line.scanner.write([0x42])
        let second = await line.connection.next()
        #expect(second?.input == .bytes([0x42]))
    }

    @Test func `a deadline taken back is not answered`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        line.connection.wake(at: .now + .seconds(1))
        line.connection.wake(at: nil)
        try await Task.sleep(for: .milliseconds(1200))
        try line.scanner.write([0x41])
        let first = await line.connection.next()
        #expect(first?.input == .bytes([0x41]))
    }

    @Test func `the silence of one line is not the other's`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        let other = try PseudoTerminal()
        let connection = try line.loop.openSerial(other.path, line: LineSettings())
        try await connection.waitUntilReady()
        connection.wake(at: .now)
        try #require(await connection.next()?.input == .silence)
        try line.scanner.write([0x41])
        let first = await line.connection.next()
        #expect(first?.input == .bytes([0x41]))
    }
}
