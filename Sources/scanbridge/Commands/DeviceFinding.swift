import Devices
import Scanning

/// Whether a device is a scanner here, why, who holds it, and what would fix it.
struct DeviceFinding {
    let node: DeviceNode
    let verdict: String
    let holders: [DeviceHolder]
    /// What other programs do to it; of a scanner only, since other devices are theirs.
    let conflicts: [DeviceConflict]
    /// What to do; empty where nothing is wrong.
    let cures: [String]
    /// Why barcodes of a keyboard scanner can't be typed here, and what would help; `nil` where they can.
    let keyboard: String?
    /// What licences have shown of a keyboard scanner's settings; `nil` where nothing is known.
    let settings: WedgeStatus?

    init(_ node: DeviceNode, known standing: WedgeStanding? = nil) {
        self.init(DeviceSurroundings(of: node), known: standing)
    }

    /// - Parameter isNamed: whether the daemon is told to take the device, whatever the rules say of it.
    init(_ surroundings: DeviceSurroundings, known standing: WedgeStanding? = nil, isNamed: Bool = false) {
        let node = surroundings.node
        self.node = node
        settings = node.transport == .evdev ? standing.flatMap(WedgeStatus.init) : nil
        holders = surroundings.holders
        keyboard = node.standing == .scanner && node.transport == .evdev ? VirtualKeyboard.remedy : nil
        verdict = node.explanation
        let isOurs = isNamed || node.standing == .scanner || node.standing == .claimedBridge
        conflicts = isOurs ? surroundings.conflicts : []
        cures =
            Self.access(node) + conflicts.map { "\($0.explanation): \($0.cure(for: node))" }
            + (isOurs ? [] : Self.enrolment(node))
    }

    /// What makes a scanner of a device that could be one.
    private static func enrolment(_ node: DeviceNode) -> [String] {
        guard node.standing == .unknown || node.standing == .genericBridge else { return [] }
        let rule =
            node.usbDevice == nil
            ? "write a rule as in 64-scanbridge-local.rules.example"
            : "scan with it while 'scanbridge enroll' runs"
        return ["if it is a scanner: \(rule), or start with --\(node.transport.rawValue) \(node.path)"]
    }

    private static func access(_ node: DeviceNode) -> [String] {
        guard node.standing == .scanner else { return [] }
        switch DeviceAccess.check(node.path, writing: node.transport != .evdev) {
        case .granted: return []
        case .denied(let group):
            return ["run as root or as a member of the group \(group ?? "that owns it")"]
        case .missing: return ["plug it in again: its device file is missing"]
        }
    }

    /// Whether a scanner can't be used as it should; who has a bridge that may be anything may well mean to.
    var isProblem: Bool { node.isTagged ? !cures.isEmpty : conflicts.contains(where: \.isKnown) }

    var text: String {
        var lines = [
            "\(node.path): \(node.name)" + (node.vendor.map { " (\($0):\(node.product ?? ""))" } ?? "")
        ]
        lines.append(
            "  \(node.transport.rawValue)" + (node.mode.map { ", mode \($0.rawValue)" } ?? "")
                + ": \(verdict)")
        if let settings { lines.append("  \(WedgeSettingsText(settings).text)") }
        for holder in holders { lines.append("  open in \(holder)") }
        for cure in cures { lines.append("  → \(cure)") }
        if let keyboard { lines.append("  its barcodes are published, not typed\n  → \(keyboard)") }
        return lines.joined(separator: "\n")
    }

    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("path", node.path)
            $0.member("transport", node.transport.rawValue)
            $0.member("scanner", node.isTagged)
            $0.member("verdict", verdict)
            $0.member("cure", ifPresent: cures.first)
            $0.member("no_virtual_keyboard", ifPresent: keyboard)
            $0.member("mode", ifPresent: node.mode?.rawValue)
            $0.member("make", ifPresent: node.maker)
            $0.member("model", ifPresent: node.model)
            $0.member("vendor", ifPresent: node.vendor)
            $0.member("product", ifPresent: node.product)
            $0.member("serial", ifPresent: node.serial)
            $0.member("port", ifPresent: node.port)
            if let settings { $0.members(of: settings) }
            $0.key("held_by")
            $0.array { list in
                for holder in holders { list.object { Self.write(holder, to: &$0) } }
            }
            $0.key("conflicts")
            $0.array { list in
                for conflict in conflicts {
                    list.object {
                        $0.member("kind", conflict.kind)
                        if let holder = conflict.holder { Self.write(holder, to: &$0) }
                        $0.member("cure", conflict.cure(for: node))
                    }
                }
            }
        }
    }

    private static func write(_ holder: DeviceHolder, to json: inout JSONWriter) {
        json.member("process", Int(holder.process))
        json.member("name", holder.name)
    }
}
