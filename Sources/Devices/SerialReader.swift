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
    private var isReady = false

    init(_ descriptor: Int32, for connection: ScannerConnection) {
        self.descriptor = descriptor
        self.connection = connection
    }

    func drain(isHungUp: Bool) -> Drained {
        drain(
            piecesOf: Self.chunk, atMost: Self.readsAtOnce, isHungUp: isHungUp, handOn: handOn,
            emptied: becomeReady)
    }

    func close() {
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
