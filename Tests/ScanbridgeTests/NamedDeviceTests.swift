import Devices
import Scanning
import Testing

@testable import scanbridge

@Suite struct NamedDeviceTests {
    @Test(arguments: [
        ("/dev/ttyUSB0", "/dev/ttyUSB0", nil),
        ("/dev/ttyUSB0:115200", "/dev/ttyUSB0", 115_200),
        ("/dev/ttyUSB0:300", "/dev/ttyUSB0", 300),
        ("/dev/ttyUSB0:299", "/dev/ttyUSB0:299", nil),
        ("/dev/ttyUSB0:", "/dev/ttyUSB0:", nil),
        ("/dev/ttyUSB0:fast", "/dev/ttyUSB0:fast", nil),
        ("/dev/ttyUSB0:+9600", "/dev/ttyUSB0:+9600", nil),
        ("/dev/ttyS9600", "/dev/ttyS9600", nil),
        ("/dev/pts/7", "/dev/pts/7", nil),
        (
            "/dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0",
            "/dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0",
            nil
        ),
        (
            "/dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0:19200",
            "/dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0", 19_200
        ),
        ("/dev/ttyUSB0:99999999999999999999", "/dev/ttyUSB0:99999999999999999999", nil),
    ])
    func `what follows the last colon is a baud rate only if it can be one`(
        argument: String, path: String, baud: Int?
    ) {
        let device = NamedDevice(serial: argument)
        #expect(device.path == path)
        #expect(device.kind == .serial(baud: baud))
    }

    @Test func `a device on a USB port is called by its ids and port, another by its path`() {
        var node = DeviceNode(sysPath: "/sys/a", path: "/dev/ttyACM0", transport: .serial, isTagged: true)
        #expect(node.scannerName == "/dev/ttyACM0")
        node.vendor = "0c2e"
        node.product = "0b61"
        #expect(node.scannerName == "/dev/ttyACM0")
        node.port = "1-2.3"
        #expect(node.scannerName == "0c2e:0b61@1-2.3")
    }

    @Test func `an entry fits a device if every part that it gives does`() {
        let node = DeviceNode(
            sysPath: "/sys/a", path: "/dev/ttyACM0", transport: .serial, isTagged: true, vendor: "0c2e",
            product: "0b61", port: "1-2", links: ["/dev/serial/by-id/scanner"])
        #expect(ScannerEntry.Match(vendor: "0c2e").fits(node))
        #expect(ScannerEntry.Match(vendor: "0c2e", port: "1-2").fits(node))
        #expect(!ScannerEntry.Match(vendor: "0c2e", port: "1-3").fits(node))
        #expect(!ScannerEntry.Match(serial: "17A").fits(node))
        #expect(ScannerEntry.Match(path: "/dev/serial/by-id/scanner").fits(node))
        #expect(ScannerEntry.Match(path: "/dev/ttyACM0").fits(node))
        #expect(!ScannerEntry.Match(path: "/dev/ttyACM1").fits(node))
    }
}
