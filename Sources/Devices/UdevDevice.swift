import CLibudev
import CLinux
import Glibc

/// What udev and sysfs know of one device; valid for as long as its owner holds a reference.
struct UdevDevice {
    let pointer: OpaquePointer

    var sysPath: String { udev_device_get_syspath(pointer).map { String(cString: $0) } ?? "" }
    var name: String { udev_device_get_sysname(pointer).map { String(cString: $0) } ?? "" }
    var subsystem: String? { text(udev_device_get_subsystem(pointer)) }
    var path: String? { text(udev_device_get_devnode(pointer)) }
    var driver: String? { text(udev_device_get_driver(pointer)) }
    var action: String? { text(udev_device_get_action(pointer)) }

    func property(_ name: String) -> String? { text(udev_device_get_property_value(pointer, name)) }

    func attribute(_ name: String) -> String? { text(udev_device_get_sysattr_value(pointer, name)) }

    /// A binary file of the device's in sysfs; `nil` where there is none.
    func file(_ name: String) -> [UInt8]? {
        guard let file = fopen("\(sysPath)/\(name)", "re") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: Int(CLINUX_HID_DESCRIPTOR_MAX))
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    /// The parent belongs to the child, and lives as long.
    var parent: UdevDevice? { udev_device_get_parent(pointer).map(UdevDevice.init) }

    func parent(_ subsystem: String, _ type: String? = nil) -> UdevDevice? {
        udev_device_get_parent_with_subsystem_devtype(pointer, subsystem, type).map(UdevDevice.init)
    }

    /// Whether a rule keeps ModemManager from it: older ones heed one property, newer ones the other.
    var isHiddenFromModemManager: Bool {
        ["ID_MM_DEVICE_IGNORE", "ID_MM_PORT_IGNORE"].contains { property($0) == "1" }
    }

    /// As a USB device calls its maker, else as the hardware database does.
    var maker: String? { attribute("manufacturer") ?? property("ID_VENDOR_FROM_DATABASE") }

    /// As a USB device calls itself, else as the hardware database does.
    var model: String? { attribute("product") ?? property("ID_MODEL_FROM_DATABASE") }

    /// Links to the device file.
    var links: [String] { property("DEVLINKS")?.split(separator: " ").map(String.init).sorted() ?? [] }

    /// The text on one line and without the blanks around it; `nil` where nothing is left.
    ///
    /// A device may say anything of itself: an end of line, or a terminal's command, would go on into logs, and into rules
    /// that root writes.
    private func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        guard let pointer else { return nil }
        var scalars = String(cString: pointer).unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : scalar
        }[...]
        scalars = scalars.drop { $0 == " " }
        while scalars.last == " " { scalars.removeLast() }
        return scalars.isEmpty ? nil : String(String.UnicodeScalarView(scalars))
    }
}
