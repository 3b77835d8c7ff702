import Devices
import Scanning
import Testing

@testable import scanbridge

@Suite struct DeviceFindingTests {
    private let keyboard = DeviceNode(
        sysPath: "/sys/devices/1", path: "/dev/input/event3", transport: .evdev, isTagged: true,
        mode: .keyboard,
        vendor: "0c2e", product: "0b61", serial: "17A0001", links: ["/dev/input/by-id/front"])
    private let standing = WedgeStanding(
        profiles: [
            WedgeProfile(layout: "ca(fr)", controlCharacters: .control),
            WedgeProfile(layout: "es", controlCharacters: .control),
        ],
        scans: 3)

    private func json(_ finding: DeviceFinding) -> JSONValue? {
        var json = JSONWriter()
        finding.write(to: &json)
        return JSONValue(json.bytes)
    }

    @Test func `what licences have shown of a keyboard scanner is said in the words of status`() {
        let text = DeviceFinding(keyboard, known: standing).text
        #expect(
            text.contains("\n  layout ca(fr) or es (found), Caps Lock off, control characters ctrl\n"),
            "\(text)")
    }

    @Test func `as JSON it has the members of the protocol's scanner`() throws {
        let members = try #require(json(DeviceFinding(keyboard, known: standing))?.object)
        #expect(members["layouts"]?.array.map(\.string) == ["ca(fr)", "es"])
        #expect(members["layout_origin"]?.string == "found")
        guard case .boolean(false) = members["caps_lock"] else {
            Issue.record("Caps Lock is known to be off")
            return
        }
        #expect(members["control_characters"]?.string == "ctrl")
    }

    @Test func `nothing is said of settings that nobody knows`() {
        let finding = DeviceFinding(keyboard)
        #expect(!finding.text.contains("layout"))
        #expect(json(finding)?.object?["layout_origin"] == nil)
    }

    @Test func `a scanner that sends bytes has no keyboard's settings`() {
        var node = keyboard
        node.transport = .serial
        #expect(DeviceFinding(node, known: standing).settings == nil)
    }

    private func named(by holder: DeviceHolder, isNamed: Bool = true) -> DeviceFinding {
        var node = keyboard
        (node.isTagged, node.mode, node.usbDevice) = (false, nil, "/sys/devices/usb1")
        return DeviceFinding(
            DeviceSurroundings(of: node, holders: [holder], isGrabbed: true), isNamed: isNamed)
    }

    @Test func `a conflict is said with who makes it, and what ends it`() {
        let text = named(by: DeviceHolder(process: 9, name: "keyd")).text
        #expect(text.contains("  → keyd (process 9) has grabbed it"), "\(text)")
        #expect(text.contains("-0c2e:0b61 under [ids]"))
    }

    @Test func `as JSON a conflict has its kind, its process and its cure`() throws {
        let members = try #require(json(named(by: DeviceHolder(process: 9, name: "keyd")))?.object)
        let conflict = try #require(members["conflicts"]?.array.first?.object)
        #expect(conflict["kind"]?.string == "grabbed")
        #expect(conflict["name"]?.string == "keyd")
        #expect(conflict["cure"]?.string?.contains("keyd reload") == true)
    }

    @Test func `what programs do to a device that is no scanner is their affair`() {
        let finding = named(by: DeviceHolder(process: 9, name: "keyd"), isNamed: false)
        #expect(finding.conflicts == [])
        #expect(!finding.isProblem)
        #expect(finding.cures.first?.contains("scanbridge enroll") == true)
    }
}
