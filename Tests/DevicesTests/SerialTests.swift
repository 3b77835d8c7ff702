import Devices
import Scanning
import Testing

@Suite(.timeLimit(.minutes(5))) struct SerialTests {
    @Test func `every byte value arrives as it was sent`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        // Among them NUL, CR, LF, XON and XOFF, the interrupt and end-of-file characters, and 0xFF.
        let sent = (0...255).map { UInt8($0) } + [0x0D, 0x0A, 0x0D, 0x00, 0xFF, 0xFF, 0x11, 0x13, 0x03, 0x04]
        try line.scanner.write(sent)
        let received = try await line.connection.bytes(sent.count)
        #expect(received == sent)
    }

    @Test func `what was sent before the line is ready is dropped`() async throws {
        let loop = try DeviceLoop()
        defer { loop.stop() }
        let scanner = try PseudoTerminal()
        try scanner.write(Array("typed before".utf8))
        let connection = try loop.openSerial(scanner.path, line: LineSettings())
        try await connection.waitUntilReady()
        try scanner.write(Array("after".utf8))
        let received = try await connection.bytes(5)
        #expect(received == Array("after".utf8))
    }

    @Test func `two lines are read beside each other`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        let other = try PseudoTerminal()
        let connection = try line.loop.openSerial(other.path, line: LineSettings())
        try await connection.waitUntilReady()
        try line.scanner.write([0x41])
        try other.write([0x42])
        let received = (try await line.connection.bytes(1), try await connection.bytes(1))
        #expect(received == ([0x41], [0x42]))
    }

    @Test func `unplugging ends the stream without a failure`() async throws {
        let loop = try DeviceLoop()
        defer { loop.stop() }
        var scanner: PseudoTerminal? = try PseudoTerminal()
        let connection = try loop.openSerial(#require(scanner?.path), line: LineSettings())
        try await connection.waitUntilReady()
        scanner = nil
        let received = try await connection.bytes(1)
        #expect(received.isEmpty)
        #expect(connection.failure == nil)
    }

    @Test func `a line whose stream has ended can be opened again at once`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        line.connection.close()
        _ = try await line.connection.bytes(1)
        let again = try line.loop.openSerial(line.scanner.path, line: LineSettings())
        try await again.waitUntilReady()
        try line.scanner.write([0x41])
        let received = try await again.bytes(1)
        #expect(received == [0x41])
    }

    @Test func `stopping the loop ends every stream`() async throws {
        let line = try await SerialLine()
        line.loop.stop()
        let received = try await line.connection.bytes(1)
        #expect(received.isEmpty)
    }

    @Test func `a stopped loop still answers those who wait for it to come round`() async throws {
        let loop = try DeviceLoop()
        loop.stop()
        await loop.comeRound()
    }

    @Test func `a line opened on a stopped loop is over at once`() async throws {
        let loop = try DeviceLoop()
        loop.stop()
        let scanner = try PseudoTerminal()
        let connection = try loop.openSerial(scanner.path, line: LineSettings())
        try await connection.waitUntilReady()
        let received = try await connection.bytes(1)
        #expect(received.isEmpty)
    }
}
