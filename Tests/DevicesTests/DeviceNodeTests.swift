import Devices
import Scanning
import Testing

@Suite struct DeviceNodeTests {
    private func node(_ vendor: String, _ product: String, isTagged: Bool = false) -> DeviceNode {
        DeviceNode(
            sysPath: "/sys/devices/x", path: "/dev/ttyUSB0", transport: .serial, isTagged: isTagged,
            vendor: vendor,
            product: product)
    }

    @Test func `a bridge is no scanner until a rule says so`() {
        #expect(node("0403", "6001").standing == .genericBridge)
        #expect(node("0403", "6001", isTagged: true).standing == .scanner)
    }

    @Test func `a reader of radio tags is none`() {
        #expect(node("ffff", "0035").standing == .tagReader)
    }

    @Test func `what nobody knows is left to the administrator`() {
        #expect(node("1234", "5678").explanation.contains("rule of your own"))
    }

    @Test func `the daemon's own keyboard is no scanner, whatever a rule says`() {
        let node = DeviceNode(
            sysPath: "/sys/devices/virtual/input/input9/event9", path: "/dev/input/event9", transport: .evdev,
            isTagged: true, model: VirtualKeyboard.name)
        #expect(node.standing == .virtualKeyboard)
        #expect(node.explanation.contains("own keyboard"))
    }

    @Test func `a device that says nothing of itself has no name`() {
        #expect(node("1234", "5678").name == "unnamed device")
    }

    @Test func `what a rule has released is left alone, even a bridge`() {
        var node = node("0403", "6001")
        node.isReleased = true
        #expect(node.standing == .released)
    }
}
