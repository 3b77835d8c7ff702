import Devices
import Scanning

/// Whether a device is a scanner here, why, who holds it, and what would fix it.
struct DeviceFinding {
    let node: DeviceNode
    let verdict: String
    let holders: [DeviceHolder]
    /// What to do; `nil` where nothing is wrong.
    let cure: String?
    /// Why barcodes of a keyboard scanner can't be typed here, and what would help; `nil` where they can.
    let keyboard: String?
    /// What licences have shown of a keyboard scanner's settings; `nil` where nothing is known.
    let settings: WedgeStatus?

    init(_ node: DeviceNode, known standing: WedgeStanding? = nil) {
        self.node = node
        settings = node.transport == .evdev ? standing.flatMap(WedgeStatus.init) : nil
        holders = DeviceHolder.holders(of: node.path)
        keyboard = node.standing == .scanner && node.transport == .evdev ? VirtualKeyboard.remedy : nil
        verdict = node.explanation
        switch node.standing {
        case .scanner: cure = Self.cure(node, holders)
        case .tagReader, .virtualKeyboard: cure = nil
        case .genericBridge, .unknown:
            let option = "--\(node.transport.rawValue) \(node.path)"
            cure = "see 64-scanbridge-local.rules.example for a rule, or start with \(option)"
        }
    }

    private static func cure(_ node: DeviceNode, _ holders: [DeviceHolder]) -> String? {
        switch DeviceAccess.check(node.path, writing: node.transport != .evdev) {
        case .granted: intruder(holders).map { "stop \($0), which has it open" }
        case .denied(let group): "run as root or as a member of the group \(group ?? "that owns it")"
        case .missing: "plug it in again: its device file is missing"
        }
    }

    /// Who else reads the device; our own daemon may.
    private static func intruder(_ holders: [DeviceHolder]) -> String? {
        holders.first { $0.name != "scanbridge" }?.description
    }

    var isProblem: Bool { node.isTagged && cure != nil }

    private var name: String {
        let words = [node.maker, node.model].compactMap(\.self)
        return words.isEmpty ? "unnamed device" : words.joined(separator: " ")
    }

    var text: String {
        var lines = ["\(node.path): \(name)" + (node.vendor.map { " (\($0):\(node.product ?? ""))" } ?? "")]
        lines.append(
            "  \(node.transport.rawValue)" + (node.mode.map { ", mode \($0.rawValue)" } ?? "")
                + ": \(verdict)")
        if let settings { lines.append("  \(WedgeSettingsText(settings).text)") }
        for holder in holders { lines.append("  open in \(holder)") }
        if let cure { lines.append("  → \(cure)") }
        if let keyboard { lines.append("  its barcodes are published, not typed\n  → \(keyboard)") }
        return lines.joined(separator: "\n")
    }

    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("path", node.path)
            $0.member("transport", node.transport.rawValue)
            $0.member("scanner", node.isTagged)
            $0.member("verdict", verdict)
            $0.member("cure", ifPresent: cure)
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
                for holder in holders {
                    list.object {
                        $0.member("process", Int(holder.process))
                        $0.member("name", holder.name)
                    }
                }
            }
        }
    }
}
