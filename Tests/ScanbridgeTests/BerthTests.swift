import Devices
import Scanning
import Testing

@testable import scanbridge

@Suite struct BerthTests {
    /// A raw HID node whose descriptor has the usage 02 of a page as its collection, and 8 bytes of Decoded Data in it.
    private func node(_ path: String, page: [UInt8]) -> DeviceNode {
        let descriptor: [UInt8] =
            page + [0x09, 0x02, 0xA1, 0x01, 0x05, 0x8C, 0x75, 0x08, 0x95, 0x08, 0x09, 0xFE, 0x81, 0x02, 0xC0]
        return DeviceNode(
            sysPath: "/sys\(path)", path: path, transport: .hidraw, isTagged: true, mode: .pointOfSale,
            report: HIDReportDescriptor(descriptor).flatMap(ScannedDataReport.init))
    }

    @Test func `of two raw HID nodes the one that scans come by is opened, whichever was first`() {
        let management = node("/dev/hidraw0", page: [0x06, 0x8C, 0xFF])
        let standard = node("/dev/hidraw1", page: [0x05, 0x8C])
        var berth = Berth(management, entry: ScannerEntry(), generation: 1)
        #expect(berth.mainNode == management)
        berth.nodes.append(standard)
        #expect(berth.mainNode == standard)
        berth.nodes = [standard, management]
        #expect(berth.mainNode == standard)
    }

    @Test func `of other nodes the first one is`() {
        let ports = ["/dev/ttyACM0", "/dev/ttyACM1"].map {
            DeviceNode(sysPath: "/sys\($0)", path: $0, transport: .serial, isTagged: true, mode: .cdc)
        }
        var berth = Berth(ports[0], entry: ScannerEntry(), generation: 1)
        berth.nodes.append(ports[1])
        #expect(berth.mainNode == ports[0])
    }
}
