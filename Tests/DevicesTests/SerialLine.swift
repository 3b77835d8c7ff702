import Devices
import Scanning

/// A pseudo-terminal with the loop reading its other end, as most tests here need it.
struct SerialLine {
    let loop: DeviceLoop
    let scanner: PseudoTerminal
    let connection: ScannerConnection

    /// Opens it and waits until it is ready.
    init() async throws {
        loop = try DeviceLoop()
        scanner = try PseudoTerminal()
        connection = try loop.openSerial(scanner.path, line: LineSettings())
        try await connection.waitUntilReady()
    }
}

struct UnexpectedInput: Error {
    let input: ScannerInput
}

extension ScannerConnection {
    /// Reads until `count` bytes have come or the stream has ended; anything but bytes is an error.
    func bytes(_ count: Int) async throws -> [UInt8] {
        var received: [UInt8] = []
        for await timed in inputs {
            guard case .bytes(let bytes) = timed.input else { throw UnexpectedInput(input: timed.input) }
            received += bytes
            if received.count >= count { break }
        }
        return received
    }

    /// The next input, `nil` at the stream's end.
    func next() async -> TimedInput? {
        var iterator = inputs.makeAsyncIterator()
        return await iterator.next()
    }
}
