import Glibc
import Scanning

/// Drains a serial line.
///
/// Unchecked, because `isReady` belongs to the loop's thread, which the checker can't see: see `DescriptorReader`.
final class SerialReader: DescriptorReader, @unchecked Sendable {
    /// Bytes read at a time, and the most reads in one go.
    private static let chunk = 4096
    private static let readsAtOnce = 8

    let descriptor: Int32
    let connection: ScannerConnection?
    private let settings: termios?
    private var isReady = false

    /// - Parameter settings: how the line shall be set when it is closed; `nil`: as it is then.
    init(_ descriptor: Int32, for connection: ScannerConnection, leaving settings: termios? = nil) {
        self.descriptor = descriptor
        self.connection = connection
        self.settings = settings
    }

    func drain(isHungUp: Bool) -> Drained {
        drain(
            piecesOf: Self.chunk, atMost: Self.readsAtOnce, isHungUp: isHungUp, handOn: handOn,
            emptied: becomeReady)
    }

    func close() {
        if var settings { tcsetattr(descriptor, TCSANOW, &settings) }
        Glibc.close(descriptor)
        connection?.deviceIsClosed()
    }

    private func handOn(_ bytes: [UInt8]) {
        if isReady { connection?.receive(.bytes(bytes)) }
    }

    /// Empty for the first time: what was sent before is dropped.
    private func becomeReady() {
        if isReady { return }
        isReady = true
        connection?.deviceIsReady()
    }
}
