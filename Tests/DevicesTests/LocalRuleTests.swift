import Devices
import Foundation
import Scanning
import Testing

@Suite struct LocalRuleTests {
    private static func keyboard(
        _ ids: String, serial: String? = nil, port: String = "1-2", isTagged: Bool = false
    ) -> DeviceNode {
        DeviceNode(
            sysPath: "/sys/devices/usb1/\(port)/\(port):1.0/0003:0.1/input/input7/event7",
            path: "/dev/input/event7",
            transport: .evdev, isTagged: isTagged, vendor: String(ids.prefix(4)),
            product: String(ids.suffix(4)),
            serial: serial, port: port, usbDevice: "/sys/devices/usb1/\(port)", driver: "usbhid")
    }

    private static func port(
        _ ids: String, serial: String? = nil, port: String = "1-2.3", interface: Int = 0,
        driver: String = "ftdi_sio"
    ) -> DeviceNode {
        DeviceNode(
            sysPath: "/sys/devices/usb1/1-2/\(port)/\(port):1.\(interface)/ttyUSB\(interface)",
            path: "/dev/ttyUSB\(interface)",
            transport: .serial, isTagged: false, vendor: String(ids.prefix(4)),
            product: String(ids.suffix(4)),
            serial: serial, port: port, usbDevice: "/sys/devices/usb1/1-2/\(port)", driver: driver)
    }

    private func rule(_ node: DeviceNode, besides others: [DeviceNode] = []) -> LocalRule? {
        LocalRule(for: node, among: [node] + others)
    }

    @Test func `a keyboard whose ids tell what it is becomes one by its ids`() {
        let rule = rule(Self.keyboard("05fe:1010", serial: "S1"))
        #expect(rule?.basis == .model)
        #expect(
            rule?.line
                == #"SUBSYSTEM=="input|hidraw|usb", ENV{DEVTYPE}!="usb_interface", ATTRS{idVendor}=="05fe", "#
                + #"ATTRS{idProduct}=="1010", ENV{SCANBRIDGE}="kbd""#)
    }

    @Test func `a generic bridge becomes one by its serial number`() {
        let rule = rule(Self.port("0403:6001", serial: "A50285BI"))
        #expect(rule?.basis == .serialNumber)
        #expect(
            rule?.line
                == #"SUBSYSTEM=="tty|usb", ENV{DEVTYPE}!="usb_interface", ATTRS{idVendor}=="0403", "#
                + #"ATTRS{idProduct}=="6001", ATTRS{serial}=="A50285BI", ENV{SCANBRIDGE}="serial""#)
    }

    @Test(arguments: [nil, "0001", "0", "1", "é1234"])
    func `a generic bridge without a serial number of its own becomes one by its port`(serial: String?) {
        let rule = rule(Self.port("10c4:ea60", serial: serial))
        #expect(rule?.basis == .port)
        #expect(rule?.line.contains(#"KERNELS=="1-2.3", ENV{SCANBRIDGE}="serial""#) == true)
    }

    @Test func `a device beside another with its ids becomes one by its serial number`() {
        let twin = Self.keyboard("05fe:1010", serial: "S2", port: "1-4")
        let rule = rule(Self.keyboard("05fe:1010", serial: "S1"), besides: [twin])
        #expect(rule?.basis == .serialNumber)
        #expect(rule?.line.contains(#"ATTRS{serial}=="S1""#) == true)
    }

    @Test(arguments: [nil, "S1"])
    func `a device beside another that is just like it becomes one by its port`(serial: String?) {
        let twin = Self.keyboard("05fe:1010", serial: serial, port: "1-4", isTagged: true)
        let rule = rule(Self.keyboard("05fe:1010", serial: serial), besides: [twin])
        #expect(rule?.basis == .port)
    }

    @Test func `a further node of the same device is no other device`() {
        var other = Self.keyboard("05fe:1010")
        other.path = "/dev/input/event8"
        #expect(rule(Self.keyboard("05fe:1010"), besides: [other])?.basis == .model)
    }

    @Test func `of an adapter with several ports one becomes a scanner`() {
        let node = Self.port("0403:6011", serial: "FT4", interface: 10)
        let rule = rule(node, besides: [Self.port("0403:6011", serial: "FT4", interface: 1)])
        #expect(rule?.line.hasPrefix(#"SUBSYSTEM=="tty", ENV{ID_USB_INTERFACE_NUM}=="0a", ATTRS"#) == true)
    }

    @Test func `a CDC scanner is named as one`() {
        let node = Self.port("f055:0002", driver: "cdc_acm")
        #expect(rule(node)?.line.hasSuffix(#"ENV{SCANBRIDGE}="cdc""#) == true)
    }

    @Test func `a HID POS scanner's keyboard is left alone`() {
        var node = Self.keyboard("0c2e:0907")
        node.transport = .hidraw
        #expect(rule(node)?.line.hasPrefix(#"SUBSYSTEM=="hidraw|usb", "#) == true)
        #expect(rule(node)?.line.hasSuffix(#"ENV{SCANBRIDGE}="pos""#) == true)
    }

    @Test func `a serial number can't leave its quotes, nor match others`() {
        let rule = rule(Self.port("0403:6001", serial: #"A*", RUN+="x|y"#))
        #expect(rule?.line.contains(#"ATTRS{serial}=="A????RUN+??x?y""#) == true)
    }

    @Test func `what is on no USB port can't become one`() {
        let node = DeviceNode(
            sysPath: "/sys/devices/ttyS0", path: "/dev/ttyS0", transport: .serial, isTagged: false)
        #expect(rule(node) == nil)
    }

    @Test func `the example file has rules of this form`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../udev-rules/64-scanbridge-local.rules.example").standardizedFileURL
        let lines = Set(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init))
        var reporting = Self.keyboard("0c2e:0907")
        reporting.transport = .hidraw
        let nodes = [
            Self.port("0403:6001", serial: "A50285BI"), Self.port("1a86:7523"), Self.keyboard("05fe:1010"),
            reporting,
        ]
        for node in nodes {
            let line = try #require(rule(node)?.line)
            #expect(lines.contains("#\(line)"))
        }
    }
}
