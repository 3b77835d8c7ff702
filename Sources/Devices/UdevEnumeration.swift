import CLibudev
import Glibc

/// What udev's database holds at one moment.
enum UdevEnumeration {
    /// Nodes that are, or with `all` could be, scanners, in no order.
    static func nodes(_ udev: OpaquePointer, all: Bool) throws(DeviceError) -> [DeviceNode] {
        guard let enumeration = udev_enumerate_new(udev) else {
            throw .io(call: "udev_enumerate_new", path: "/run/udev", errno: errno)
        }
        defer { udev_enumerate_unref(enumeration) }
        // By name, so that no file of a mouse or of the 64 virtual terminals is opened.
        for name in ["event*", "tty[A-Z]*", "hidraw*"] { udev_enumerate_add_match_sysname(enumeration, name) }
        if !all { udev_enumerate_add_match_property(enumeration, DeviceNode.modeProperty, "?*") }
        let status = udev_enumerate_scan_devices(enumeration)
        if status < 0 { throw .io(call: "udev_enumerate_scan_devices", path: "/sys", errno: -status) }
        var nodes: [DeviceNode] = []
        var entry = udev_enumerate_get_list_entry(enumeration)
        while let found = entry {
            entry = udev_list_entry_get_next(found)
            // One that was unplugged since then is no device any more.
            guard let device = udev_device_new_from_syspath(udev, udev_list_entry_get_name(found)) else {
                continue
            }
            defer { udev_device_unref(device) }
            guard let node = DeviceNode(UdevDevice(pointer: device)), all || node.isTagged else { continue }
            nodes.append(node)
        }
        return nodes
    }
}
