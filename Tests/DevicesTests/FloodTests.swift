import Devices
import Scanning
import Testing

@Suite(.timeLimit(.minutes(5))) struct FloodTests {
    private static let mebibyte = [UInt8](repeating: 0x41, count: 1 << 20)

    /// Writing waits for the loop to read, so it may not be done by the task that looks on.
    @concurrent private static func write(mebibytes: Int, to scanner: PseudoTerminal) async throws {
        for _ in 0..<mebibytes { try scanner.write(mebibyte) }
    }

    @Test func `a reader that falls behind keeps what the queue held, then learns of the gap`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        // More than the queue holds even in the largest chunks, and nobody reads.
        try await Self.write(mebibytes: 4, to: line.scanner)
        var kept = 0
        for await timed in line.connection.inputs {
            if timed.input == .eventsDropped { break }
            kept += 1
        }
        #expect((1...512).contains(kept))
    }

    @Test func `after a gap the line is read on`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        try await Self.write(mebibytes: 4, to: line.scanner)
        for await timed in line.connection.inputs where timed.input == .eventsDropped { break }
        // What the line still held when there was room again is marked as behind a gap as well.
        try line.scanner.write([0x42])
        var isReadOn = false
        for await timed in line.connection.inputs {
            guard case .bytes(let bytes) = timed.input, bytes.last == 0x42 else { continue }
            isReadOn = true
            break
        }
        #expect(isReadOn)
    }

    @Test func `the loop comes round while a line babbles and nobody reads it`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        async let writing: Void = Self.write(mebibytes: 2, to: line.scanner)
        for _ in 0..<50 { await line.loop.comeRound() }
        try await writing
        let received = await line.connection.next()
        #expect(received != nil)
    }
}
