import Devices
import Scanning
import Testing

@Suite struct DeviceConflictTests {
    private static let daemon = DeviceHolder(process: 7, name: "scanbridge")
    private static let keyd = DeviceHolder(process: 8, name: "keyd")
    private static let desktop = DeviceHolder(process: 9, name: "Xorg")
    private static let manager = DeviceHolder(process: 10, name: "ModemManager")

    private static func node(
        _ transport: ScannerStatus.Transport, isHidden: Bool = true, driver: String? = nil
    ) -> DeviceNode {
        DeviceNode(
            sysPath: "/sys/devices/1", path: "/dev/ttyUSB0", transport: transport, isTagged: true,
            model: "Scanner",
            vendor: "1a86", product: "7523", driver: driver, isHiddenFromModemManager: isHidden)
    }

    private static func keyboard(
        _ holders: [DeviceHolder], isGrabbed: Bool?, rawReaders: [DeviceHolder] = []
    ) -> [DeviceConflict] {
        DeviceSurroundings(
            of: node(.evdev), holders: holders, isGrabbed: isGrabbed, rawReaders: rawReaders
        ).conflicts
    }

    @Test func `a keyboard that a remapper has grabbed is said to be`() {
        #expect(Self.keyboard([Self.keyd], isGrabbed: true) == [.grabbed(by: Self.keyd)])
    }

    @Test func `a remapper that has it open is taken to have grabbed it where that can't be told`() {
        #expect(Self.keyboard([Self.keyd, Self.desktop], isGrabbed: nil) == [.grabbed(by: Self.keyd)])
    }

    @Test func `who has a keyboard open without a grab is in nobody's way`() {
        #expect(Self.keyboard([Self.keyd, Self.desktop], isGrabbed: false) == [])
    }

    @Test func `a keyboard that the daemon reads has no conflict with those that had it before`() {
        #expect(Self.keyboard([Self.daemon, Self.keyd], isGrabbed: nil) == [])
    }

    @Test func `who reads a keyboard's raw reports sees its scans, grabbed or not`() {
        let steam = DeviceHolder(process: 11, name: "steam")
        #expect(
            Self.keyboard([Self.daemon], isGrabbed: nil, rawReaders: [steam]) == [.observed(by: steam)])
    }

    @Test func `who has a HID POS scanner's node open sees its scans`() {
        let surroundings = DeviceSurroundings(of: Self.node(.hidraw), holders: [Self.daemon, Self.desktop])
        #expect(surroundings.conflicts == [.observed(by: Self.desktop)])
    }

    @Test func `a port that another till has open is shared, even with the daemon there`() {
        let till = DeviceHolder(process: 12, name: "pos")
        let surroundings = DeviceSurroundings(of: Self.node(.serial), holders: [Self.daemon, till])
        #expect(surroundings.conflicts == [.sharedPort(with: till)])
    }

    @Test func `a ModemManager that no rule keeps out may come at any time`() {
        let surroundings = DeviceSurroundings(
            of: Self.node(.serial, isHidden: false), programs: ["ModemManager", "systemd"])
        #expect(surroundings.conflicts == [.probed])
    }

    @Test(arguments: [(true, "ModemManager"), (false, "systemd")])
    func `a ModemManager that is kept out, or doesn't run, doesn't matter`(isHidden: Bool, program: String) {
        let surroundings = DeviceSurroundings(
            of: Self.node(.serial, isHidden: isHidden), programs: [program])
        #expect(surroundings.conflicts == [])
    }

    @Test func `a ModemManager that has the port open is named once`() {
        let surroundings = DeviceSurroundings(
            of: Self.node(.serial, isHidden: false), holders: [Self.manager], programs: ["ModemManager"])
        #expect(surroundings.conflicts == [.sharedPort(with: Self.manager)])
    }

    @Test func `a bridge whose USB device is claimed is nobody's port`() {
        var node = Self.node(.serial, isHidden: false, driver: "usbfs")
        node.isTagged = false
        let brltty = DeviceHolder(process: 13, name: "brltty")
        let surroundings = DeviceSurroundings(of: node, holders: [brltty], programs: ["ModemManager"])
        #expect(node.standing == .claimedBridge)
        #expect(surroundings.conflicts == [.claimed(by: brltty)])
    }

    @Test(arguments: [
        ("keyd", "-1a86:7523"), ("input-remapper-", "autoload"),
        ("kanata", "linux-dev-names-exclude (\"Scanner\")"),
        ("xremap", "xremap"), ("brltty", "apt remove brltty"), ("ModemManager", "systemctl restart"),
        ("gpsd", "/etc/default/gpsd"), ("agetty", "serial-getty@ttyUSB0"),
        ("minicom", "stop minicom (process 5)"),
    ])
    func `each program has the cure that keeps it off one device`(program: String, cure: String) {
        let conflict = DeviceConflict.sharedPort(with: DeviceHolder(process: 5, name: program))
        #expect(conflict.cure(for: Self.node(.serial)).contains(cure))
    }

    @Test func `a process that has a line open is found with what it does`() throws {
        try LineHolder.with { path, holder in
            let node = DeviceNode(
                sysPath: "", path: path, transport: .serial, isTagged: true, isHiddenFromModemManager: true)
            let conflicts = try SurroundingsProbe().surroundings(of: node).conflicts
            let expected = DeviceHolder(process: holder, name: "sleep")
            // Not the only one: what other tests are just starting has it for a moment, too.
            #expect(conflicts.contains(.sharedPort(with: expected)))
        }
    }
}
