import CLibudev
import Scanning

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

    /// The parent belongs to the child, and lives as long.
    var parent: UdevDevice? { udev_device_get_parent(pointer).map(UdevDevice.init) }

    func parent(_ subsystem: String, _ type: String? = nil) -> UdevDevice? {
        udev_device_get_parent_with_subsystem_devtype(pointer, subsystem, type).map(UdevDevice.init)
    }

    /// Links to the device file.
    var links: [String] { property("DEVLINKS")?.split(separator: " ").map(String.init).sorted() ?? [] }

    /// The text with the blanks around it removed; `nil` where nothing is left.
    private func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        guard let pointer else { return nil }
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        var bytes = String(cString: pointer).utf8[...].drop(while: isBlank)
        while bytes.last.map(isBlank) == true { bytes = bytes.dropLast() }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}

extension DeviceNode {
    /// This project's udev rules set it, beside their tag, on each scanner, and say by it what kind it is.
    static let modeProperty = "SCANBRIDGE"

    /// `nil` for a device that could not be a scanner: no device file, a mouse, a virtual terminal.
    init?(_ device: UdevDevice) {
        guard let path = device.path, let transport = Self.transport(of: device) else { return nil }
        let usb = device.parent("usb", "usb_device")
        let interface = device.parent("usb", "usb_interface")
        self.init(
            sysPath: device.sysPath, path: path, transport: transport,
            isTagged: device.property(Self.modeProperty) != nil,
            mode: device.property(Self.modeProperty).flatMap(Mode.init),
            maker: usb?.attribute("manufacturer") ?? usb?.property("ID_VENDOR_FROM_DATABASE"),
            model: usb?.attribute("product") ?? usb?.property("ID_MODEL_FROM_DATABASE")
                ?? device.parent?.attribute("name"),
            vendor: usb?.attribute("idVendor"), product: usb?.attribute("idProduct"),
            serial: usb?.attribute("serial"), port: usb?.name, usbDevice: usb?.sysPath, links: device.links,
            driver: interface?.driver ?? device.parent?.driver,
            interfaceClass: interface?.attribute("bInterfaceClass"))
    }

    private static func transport(of device: UdevDevice) -> ScannerStatus.Transport? {
        switch device.subsystem {
        case "input" where device.name.hasPrefix("event"):
            device.parent?.attribute("capabilities/key").map(canType) == true ? .evdev : nil
        case "tty":
            // Without a parent it is a console; of type 0 it is a port that the board could have, and has not.
            device.parent != nil && device.attribute("type") != "0" ? .serial : nil
        case "hidraw":
            device.parent("usb", "usb_device") != nil ? .hidraw : nil
        default:
            nil
        }
    }

    /// Whether the keys of a licence are there: by what the device has, since rules may clear udev's own word for it.
    ///
    /// - Parameter bitmap: As in sysfs: hexadecimal words of 64 bits, the highest first. Letters, digits and Enter are
    ///   keys 2 to 50, so in the last one.
    private static func canType(_ bitmap: String) -> Bool {
        guard let last = bitmap.split(separator: " ").last, let word = UInt64(last, radix: 16) else {
            return false
        }
        let letterDigitAndEnter: UInt64 = 1 << 30 | 1 << 2 | 1 << 28
        return word & letterDigitAndEnter == letterDigitAndEnter
    }
}
