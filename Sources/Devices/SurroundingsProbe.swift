import Glibc
import Scanning

/// Looks at what else on the machine has to do with devices: which processes run and what they have open, at one moment.
public struct SurroundingsProbe {
    private let processes = ProcessTable()
    /// By USB device.
    private let rawNodes: [String: [String]]

    /// Looks through all of /proc.
    public init() throws(DeviceError) {
        rawNodes = try DeviceDirectory.rawNodes()
    }

    public func surroundings(of node: DeviceNode) -> DeviceSurroundings {
        let holders = processes.holders(of: node.path)
        let isKeyboard = node.transport == .evdev
        let files = isKeyboard ? node.usbDevice.flatMap { rawNodes[$0] } ?? [] : []
        return DeviceSurroundings(
            of: node, holders: holders, isGrabbed: isKeyboard ? isGrabbed(node, holders) : nil,
            rawReaders: Set(files.flatMap(processes.holders)).sorted { $0.process < $1.process },
            programs: processes.programs)
    }

    /// Asked only where nobody can lose a key by the question: not where a scanbridge reads the keyboard, nor by a user who
    /// can't see whether one does. And who has no holder has no grab.
    private func isGrabbed(_ node: DeviceNode, _ holders: [DeviceHolder]) -> Bool? {
        guard geteuid() == 0, !holders.isEmpty, !holders.contains(where: \.isScanbridge) else { return nil }
        guard let device = try? EventDevice.open(node.path) else { return nil }
        defer { device.close() }
        return device.isGrabbedByOthers()
    }
}
