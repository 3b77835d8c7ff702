import Glibc
import Scanning

/// Drains a serial line.
///
/// Unchecked, because `isReady` belongs to the loop's thread, which the checker can't see: see `DescriptorReader`.
final class SerialReader: DescriptorReader, @unchecked Sendable {
    /// Bytes read at a time, and the most reads in one go, so that a babbling line can't keep the loop from the others.
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
        withUnsafeTemporaryAllocation(byteCount: Self.chunk, alignment: 1) { buffer in
            defer { buffer.baseAddress.map { explicit_bzero($0, buffer.count) } }
            for _ in 0..<Self.readsAtOnce {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                if count > 0 {
                    if isReady { connection?.receive(.bytes(Array(buffer.prefix(count)))) }
                } else if count < 0, errno == EAGAIN {
                    becomeReady()
                    return isHungUp ? .gone : .open
                } else if count < 0, errno == EINTR {
                    continue
                } else {
                    // 0 from a hung-up line, EIO from a pseudo-terminal whose other end closed: both mean unplugged.
                    return .gone
                }
            }
            return .open
        }
    }

    func close() {
        Glibc.close(descriptor)
        connection?.deviceIsClosed()
    }

    /// Empty for the first time: what was sent before is dropped.
    private func becomeReady() {
        if isReady { return }
        isReady = true
        connection?.deviceIsReady()
    }
}
