import CLibudev
import Glibc

/// Drains udev's monitor, and tells each change once.
///
/// The monitor listens before the database is read, so that nothing falls between the two; what both tell of is told once,
/// since a node that is known is not added again.
///
/// Unchecked, because the udev objects and `known` are made by one thread and then belong to the loop's, which the checker
/// can't see: see `DescriptorReader`.
final class DirectoryReader: DescriptorReader, @unchecked Sendable {
    let descriptor: Int32
    let connection: ScannerConnection? = nil
    private let udev: OpaquePointer
    private let monitor: OpaquePointer
    private let events: AsyncStream<DeviceDirectory.Event>.Continuation
    private var known: Set<String> = []

    init(handingTo events: AsyncStream<DeviceDirectory.Event>.Continuation) throws(DeviceError) {
        self.events = events
        guard let udev = udev_new() else { throw .io(call: "udev_new", path: "/run/udev", errno: errno) }
        // The group "udev", not "kernel": the device file has its permissions before the news comes.
        guard let monitor = udev_monitor_new_from_netlink(udev, "udev") else {
            udev_unref(udev)
            throw .io(call: "udev_monitor_new_from_netlink", path: "/run/udev", errno: errno)
        }
        self.udev = udev
        self.monitor = monitor
        descriptor = udev_monitor_get_fd(monitor)
        for subsystem in ["input", "tty", "hidraw", "misc"] {
            udev_monitor_filter_add_match_subsystem_devtype(monitor, subsystem, nil)
        }
        let status = udev_monitor_enable_receiving(monitor)
        guard status >= 0 else {
            udev_monitor_unref(monitor)
            udev_unref(udev)
            throw .io(call: "udev_monitor_enable_receiving", path: "/run/udev", errno: -status)
        }
        compare()
    }

    func drain(isHungUp: Bool) -> Drained {
        while true {
            errno = 0
            if let device = udev_monitor_receive_device(monitor) {
                tell(UdevDevice(pointer: device))
                udev_device_unref(device)
            } else if errno == ENOBUFS {
                // The kernel dropped news: the database has it.
                compare()
            } else {
                return .open
            }
        }
    }

    func close() {
        udev_monitor_unref(monitor)
        udev_unref(udev)
        events.finish()
    }

    private func tell(_ device: UdevDevice) {
        if device.subsystem == "misc" {
            if device.action != "remove", device.path == VirtualKeyboard.path {
                events.yield(.userInputIsThere)
            }
            return
        }
        // A "change" is how a rule that came later takes a device that was there before, or releases one.
        if device.action != "remove", let node = DeviceNode(device), node.isTagged {
            add(node)
        } else {
            remove(device.sysPath)
        }
    }

    /// Tells how the database differs from what has been told.
    private func compare() {
        guard let nodes = try? UdevEnumeration.nodes(udev, all: false) else { return }
        for gone in known.subtracting(nodes.map(\.sysPath)) { remove(gone) }
        for node in nodes.sorted(by: { $0.path < $1.path }) { add(node) }
    }

    private func add(_ node: DeviceNode) {
        if known.insert(node.sysPath).inserted { events.yield(.added(node)) }
    }

    private func remove(_ sysPath: String) {
        if known.remove(sysPath) != nil { events.yield(.removed(sysPath: sysPath)) }
    }
}
