import Scanning

/// What else on the machine has to do with a device: what was found, for `conflicts` to judge.
public struct DeviceSurroundings: Hashable, Sendable {
    public var node: DeviceNode
    /// The processes, but for this one, that have the device file open, as far as they may be seen.
    public var holders: [DeviceHolder]
    /// Whether one of `holders` has grabbed the keyboard; `nil` where that was not asked, or can't be told.
    public var isGrabbed: Bool?
    /// Of a keyboard: the processes that have one of its raw HID nodes open.
    public var rawReaders: [DeviceHolder]
    /// The names of the programs that run.
    public var programs: Set<String>

    public init(
        of node: DeviceNode, holders: [DeviceHolder] = [], isGrabbed: Bool? = nil,
        rawReaders: [DeviceHolder] = [], programs: Set<String> = []
    ) {
        self.node = node
        self.holders = holders
        self.isGrabbed = isGrabbed
        self.rawReaders = rawReaders
        self.programs = programs
    }
}

extension DeviceSurroundings {
    /// What keeps a scanner's scans from the daemon, or shows them to others; the gravest first.
    public var conflicts: [DeviceConflict] {
        let others = holders.filter { !$0.isScanbridge }
        switch node.transport {
        case .evdev:
            return grabs(by: others) + rawReaders.filter { !$0.isScanbridge }.map { .observed(by: $0) }
        case .hidraw: return others.map { .observed(by: $0) }
        case .serial where node.standing == .claimedBridge: return others.map { .claimed(by: $0) }
        case .serial: return others.map { .sharedPort(with: $0) } + probes(besides: others)
        }
    }

    /// Whoever has a keyboard open without having grabbed it sees nothing once the daemon has.
    private func grabs(by others: [DeviceHolder]) -> [DeviceConflict] {
        if holders.contains(where: \.isScanbridge) { return [] }
        switch isGrabbed {
        case true?: return others.map { .grabbed(by: $0) }
        case false?: return []
        case nil: return others.filter { Neighbour($0.name)?.grabs == true }.map { .grabbed(by: $0) }
        }
    }

    /// A ModemManager that may come to ask the port, if it isn't at it already.
    private func probes(besides others: [DeviceHolder]) -> [DeviceConflict] {
        let name = Neighbour.modemManager.rawValue
        guard programs.contains(name), !node.isHiddenFromModemManager,
            !others.contains(where: { $0.name == name })
        else { return [] }
        return [.probed]
    }
}

extension DeviceHolder {
    /// Whether it is the daemon, or a command of ours that reads scanners.
    var isScanbridge: Bool { name == "scanbridge" }
}
