import Glibc
import Scanning
import Testing

@testable import Devices

/// The reader by itself, on a socket that keeps writes apart as a raw HID node keeps reports.
@Suite struct ReportReaderTests {
    private let loop: DeviceLoop
    private let connection: ScannerConnection
    private let reader: ReportReader
    private let scanner: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_SEQPACKET.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        try #require(socketpair(AF_UNIX, kind, 0, &ends) == 0)
        scanner = ends[1]
        // Usage 8C:FE as 30 bytes behind the flag 8C:FF, in reports without an id.
        let descriptor: [UInt8] = [
            0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x75, 0x01, 0x95, 0x01, 0x09, 0xFF, 0x81, 0x02, 0x75, 0x07,
            0x81, 0x03, 0x75, 0x08, 0x95, 0x1E, 0x09, 0xFE, 0x81, 0x02, 0xC0,
        ]
        let layout = try #require(HIDReportDescriptor(descriptor).flatMap(ScannedDataReport.init))
        loop = try DeviceLoop()
        connection = ScannerConnection(on: loop, capacity: ScannerConnection.Capacity.hidraw)
        reader = ReportReader(HIDPOSDevice(descriptor: ends[0], report: layout), for: connection)
    }

    private func send(_ count: Int, continued: Bool = true) throws {
        for _ in 0..<count {
            let report = [continued ? 1 : 0] + [UInt8](repeating: 0x41, count: 30)
            try #require(write(scanner, report, report.count) == report.count)
        }
    }

    /// Drains all there is, then closes; what was handed on.
    private func received() async -> [ScannerInput] {
        while case .open = reader.drain(isHungUp: false), backlogIsLeft {}
        connection.adopt([reader])
        connection.close()
        var inputs: [ScannerInput] = []
        for await timed in connection.inputs { inputs.append(timed.input) }
        loop.stop()
        close(scanner)
        return inputs
    }

    private var backlogIsLeft: Bool {
        var waiting: Int32 = 0
        return ioctl(reader.descriptor, UInt(FIONREAD), &waiting) == 0 && waiting > 0
    }

    @Test func `what was sent before the node is empty for the first time is dropped`() async throws {
        try send(3)
        _ = reader.drain(isHungUp: false)
        try send(1, continued: false)
        let inputs = await received()
        #expect(inputs == [.bytes([UInt8](repeating: 0x41, count: 30)), .scanEnded])
    }

    @Test(arguments: [62, 63, 70])
    func `as many reports as the kernel keeps may have been more`(_ count: Int) async throws {
        _ = reader.drain(isHungUp: false)
        try send(count)
        let inputs = await received()
        #expect(inputs.count == count + (count >= 63 ? 1 : 0))
        #expect(inputs.firstIndex(of: .eventsDropped) == (count >= 63 ? 63 : nil))
    }

    @Test func `reports that are read as they come are never too many`() async throws {
        _ = reader.drain(isHungUp: false)
        for _ in 0..<5 {
            try send(40)
            while backlogIsLeft { _ = reader.drain(isHungUp: false) }
            _ = reader.drain(isHungUp: false)
        }
        let inputs = await received()
        #expect(!inputs.contains(.eventsDropped))
        #expect(inputs.count == 200)
    }

    @Test func `a node whose device is gone is read to its end`() async throws {
        _ = reader.drain(isHungUp: false)
        try send(2)
        close(scanner)
        guard case .gone = reader.drain(isHungUp: true) else {
            Issue.record("the device is gone")
            return
        }
        connection.adopt([reader])
        connection.close()
        var count = 0
        for await _ in connection.inputs { count += 1 }
        loop.stop()
        #expect(count == 2)
    }
}
