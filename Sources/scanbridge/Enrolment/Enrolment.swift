import Devices

/// A device that shall be a scanner from now on, and the rule that makes it one.
struct Enrolment {
    let node: DeviceNode
    let rule: LocalRule
    let file: LocalRulesFile

    /// Says what answered, and prints the rule: on standard output nothing else.
    func explain() {
        Console.complain("it is \(node.label)")
        let reach =
            switch rule.basis {
            case .model: "every device with these ids, on any port"
            case .serialNumber: "this one device, on any port"
            case .port:
                "whatever has these ids on port \(node.port ?? ""), since it has no serial number of its own"
            }
        Console.complain("this rule makes a scanner of \(reach):")
        Console.print("# \(comment)\n\(rule.line)")
        if file.contains(rule.line) { Console.complain("it is in \(file.path) already") }
    }

    /// Says what remains to be done, for root.
    func instruct() {
        let first = file.contains(rule.line) ? "" : "add it to \(file.path), then "
        Console.complain("not done: as root \(first)run:")
        for command in commands { Console.complain("  \(command.text)") }
    }

    /// Writes the rule, has udev apply it, and sees whether it did.
    func perform() throws {
        if !file.contains(rule.line) { try file.add(rule.line, comment: comment) }
        for command in commands { try command.run() }
        guard try EnrollCommand.nodes(all: false).contains(where: { $0.sysPath == node.sysPath }) else {
            throw CommandFailure(
                "\(file.path) has the rule, but udev names the device no scanner; is 65-scanbridge.rules installed, "
                    + "and has no other rule a word on it?",
                status: ExitStatus.configuration)
        }
        Console.complain("a scanner from now on: see it with 'scanbridge listen', and scan a licence")
    }

    private var commands: [Udevadm] { [.reload, .trigger(node.usbDevice ?? node.sysPath)] }

    private var comment: String { "\(node.name), by 'scanbridge enroll'" }
}

extension DeviceNode {
    /// A device as a person would know it, and where it is.
    var label: String {
        let ids = vendor.map { " (\($0):\(product ?? ""))" } ?? ""
        return "\(name)\(ids) at \(path)"
    }
}
