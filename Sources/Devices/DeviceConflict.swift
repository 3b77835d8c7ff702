/// What another program does to a scanner.
public enum DeviceConflict: Hashable, Sendable {
    /// It has the keyboard for itself: no key reaches anybody else.
    case grabbed(by: DeviceHolder)
    /// It has the same serial port open: each byte reaches one of the two.
    case sharedPort(with: DeviceHolder)
    /// It has the USB device of a serial bridge for itself: there is no port.
    case claimed(by: DeviceHolder)
    /// It has a raw HID node open, and sees whatever the scanner sends, grabbed or not.
    case observed(by: DeviceHolder)
    /// ModemManager runs, and nothing keeps it from asking the port for a modem.
    case probed

    /// A word for it, for programs.
    public var kind: String {
        switch self {
        case .grabbed: "grabbed"
        case .sharedPort: "shared_port"
        case .claimed: "claimed"
        case .observed: "observed"
        case .probed: "probed"
        }
    }

    /// `nil` where it is nobody in particular, yet.
    public var holder: DeviceHolder? {
        switch self {
        case .grabbed(let holder), .sharedPort(let holder), .claimed(let holder), .observed(let holder):
            holder
        case .probed: nil
        }
    }

    /// Whether it comes of a program that is known to get in scanners' way.
    public var isKnown: Bool { holder.map { Neighbour($0.name) != nil } ?? true }

    /// What is wrong, in one sentence without its end.
    public var explanation: String {
        switch self {
        case .grabbed(let holder):
            "\(holder) has grabbed it, so that nobody else gets a key of it"
        case .sharedPort(let holder):
            "\(holder) has it open, and would get a part of each scan"
        case .claimed(let holder):
            "\(holder) has its USB device for itself, so that it has no port"
        case .observed(let holder):
            "\(holder) reads its raw reports, and sees every scan"
        case .probed:
            "ModemManager runs, and no rule keeps it from sending AT commands to this port"
        }
    }

    /// What to do about it.
    public func cure(for node: DeviceNode) -> String {
        guard let holder else { return Neighbour.modemManager.cure(for: node) }
        if case .observed = self { return "stop \(holder), or have it leave this device alone" }
        return Neighbour(holder.name)?.cure(for: node) ?? "stop \(holder)"
    }
}
