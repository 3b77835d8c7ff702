import Devices
import Scanning
import Testing

extension InTestbedTests {
    @Suite struct ReportTests {
        private let bed: Testbed
        private let loop: DeviceLoop

        init() throws {
            bed = try Testbed()
            loop = try DeviceLoop()
        }

        /// Plugs the scanner in, opens the node that scans come by, and takes all down again after `body`.
        private func withScanner(_ body: (String, ScannerConnection) async throws -> Void) async throws {
            let nodes = try bed("plug hidpos")
            do {
                let connection = try loop.openReports(nodes[0])
                try await connection.waitUntilReady()
                try await body(nodes[0], connection)
            } catch {
                try bed("unplug hidpos")
                throw error
            }
            try bed("unplug hidpos")
            loop.stop()
        }

        /// The inputs up to the first that is no bytes, and the bytes before it.
        private func scan(_ connection: ScannerConnection) async -> (bytes: [UInt8], end: ScannerInput?) {
            var bytes: [UInt8] = []
            for await timed in connection.inputs {
                guard case .bytes(let piece) = timed.input else { return (bytes, timed.input) }
                bytes += piece
            }
            return (bytes, nil)
        }

        @Test func `a scan's bytes arrive with its end`() async throws {
            let sent = (0...255).map { UInt8($0) } + [0x0D]
            let file = try TemporaryFile(sent)
            try await withScanner { node, connection in
                try bed("report \(node) \(file.path)")
                let scan = await scan(connection)
                #expect(scan.bytes == Array("]L2".utf8) + sent)
                #expect(scan.end == .scanEnded)
            }
        }

        @Test func `a scanner that would type is told to report, and one that is open already is busy`()
            async throws
        {
            try await withScanner { node, _ in
                #expect(throws: DeviceError.busy(path: node)) { try loop.openReports(node) }
            }
        }

        @Test func `a scanner's management channel is told from the node that scans come by`() throws {
            let paths = try bed("plug hidpos")
            let nodes = try DeviceDirectory.nodes(all: false)
            try bed("unplug hidpos")
            #expect(nodes.map(\.path) == paths.sorted())
            #expect(nodes.map { $0.report?.isStandard } == [true, false])
            #expect(nodes.map(\.mode) == [.pointOfSale, .pointOfSale])
            #expect(Set(nodes.map(\.usbDevice)).count == 1)
        }
    }
}
