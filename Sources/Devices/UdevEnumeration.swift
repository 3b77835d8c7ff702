import CLibudev
import Glibc

/// What udev's database holds at one moment.
enum UdevEnumeration {
    /// Nodes that are, or with `all` could be, scanners, in no order.
    static func nodes(_ udev: OpaquePointer, all: Bool) throws(DeviceError) -> [DeviceNode] {
        var nodes: [DeviceNode] = []
        // By name, so that no file of a mouse or of the 64 virtual terminals is opened. What looks like a USB interface's
        // is a serial bridge that a program has for itself.
        let names = ["event*", "tty[A-Z]*", "hidraw*"] + (all ? ["*-*:*"] : [])
        try forEach(udev, named: names, tagged: !all) { device in
            guard let node = DeviceNode(device) ?? DeviceNode(claimed: device), all || node.isTagged else {
                return
            }
            nodes.append(node)
        }
        return nodes
    }

    /// The raw HID nodes' files, by the USB device that they belong to.
    static func rawNodes(_ udev: OpaquePointer) throws(DeviceError) -> [String: [String]] {
        var files: [String: [String]] = [:]
        try forEach(udev, named: ["hidraw*"], tagged: false) { device in
            guard let usb = device.parent("usb", "usb_device"), let path = device.path else { return }
            files[usb.sysPath, default: []].append(path)
        }
        return files
    }

    /// Calls `body` with each device whose name matches one of the patterns; with `tagged`, that a rule of ours speaks of.
    private static func forEach(
        _ udev: OpaquePointer, named patterns: [String], tagged: Bool, _ body: (UdevDevice) -> Void
    ) throws(DeviceError) {
        guard let enumeration = udev_enumerate_new(udev) else {
            throw .io(call: "udev_enumerate_new", path: "/run/udev", errno: errno)
        }
        defer { udev_enumerate_unref(enumeration) }
        for pattern in patterns { udev_enumerate_add_match_sysname(enumeration, pattern) }
        if tagged { udev_enumerate_add_match_property(enumeration, DeviceNode.modeProperty, "?*") }
        let status = udev_enumerate_scan_devices(enumeration)
        if status < 0 { throw .io(call: "udev_enumerate_scan_devices", path: "/sys", errno: -status) }
        var entry = udev_enumerate_get_list_entry(enumeration)
        while let found = entry {
            entry = udev_list_entry_get_next(found)
            // One that was unplugged since then is no device any more.
            guard let device = udev_device_new_from_syspath(udev, udev_list_entry_get_name(found)) else {
                continue
            }
            defer { udev_device_unref(device) }
            body(UdevDevice(pointer: device))
        }
    }
}
