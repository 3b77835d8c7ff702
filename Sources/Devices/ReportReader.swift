import Glibc
import Scanning

/// Drains a raw HID node.
///
/// Unchecked, because its state belongs to the loop's thread, which the checker can't see: see `DescriptorReader`.
final class ReportReader: DescriptorReader, @unchecked Sendable {
    /// Bytes of the longest report, and the most reports in one go.
    private static let longest = 16384
    private static let reportsAtOnce = 64
    /// How many reports the kernel keeps for a reader; those that come when it has them are lost without a word.
    ///
    /// Source: Linux `drivers/hid/hidraw.c`, a ring of HIDRAW_BUFFER_SIZE (64) with one place always free.
    private static let kept = 63

    let descriptor: Int32
    let connection: ScannerConnection?
    private var assembler: ReportAssembler
    private var isReady = false
    /// Reports read since there was last nothing left to read.
    private var backlog = 0

    init(_ device: HIDPOSDevice, for connection: ScannerConnection) {
        descriptor = device.descriptor
        assembler = ReportAssembler(device.report)
        self.connection = connection
    }

    func drain(isHungUp: Bool) -> Drained {
        drain(
            piecesOf: Self.longest, atMost: Self.reportsAtOnce, isHungUp: isHungUp, handOn: handOn,
            emptied: becomeReady)
    }

    func close() {
        Glibc.close(descriptor)
        connection?.deviceIsClosed()
    }

    private func handOn(_ report: [UInt8]) {
        backlog += 1
        guard isReady else { return }
        for input in assembler.receive(report, at: .now) { connection?.receive(input) }
        // Behind a full ring there may be a gap.
        if backlog == Self.kept { connection?.receive(.eventsDropped) }
    }

    /// Empty; for the first time: what was sent before is dropped.
    private func becomeReady() {
        backlog = 0
        if isReady { return }
        isReady = true
        connection?.deviceIsReady()
    }
}
