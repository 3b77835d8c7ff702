import Scanning

extension DeviceNode {
    /// This project's udev rules set it, beside their tag, on each scanner, and say by it what kind it is. Any other value
    /// is an administrator's word that the device is none for scanbridge.
    static let modeProperty = "SCANBRIDGE"

    /// `nil` for a device that could not be a scanner: no device file, a mouse, a virtual terminal.
    init?(_ device: UdevDevice) {
        let report = Self.report(of: device)
        guard let path = device.path, let transport = Self.transport(of: device, report) else { return nil }
        let usb = device.parent("usb", "usb_device")
        let interface = device.parent("usb", "usb_interface")
        let word = device.property(Self.modeProperty)
        let mode = word.flatMap(Mode.init)
        // A rule for a device's keyboard reaches the raw HID nodes of the same device, and must not make them a scanner.
        let isTagged = mode.map { ($0 == .pointOfSale) == (transport == .hidraw) } ?? false
        self.init(
            sysPath: device.sysPath, path: path, transport: transport, isTagged: isTagged, mode: mode,
            isReleased: word != nil && mode == nil,
            maker: usb?.maker, model: usb?.model ?? device.parent?.attribute("name"),
            vendor: usb?.attribute("idVendor"), product: usb?.attribute("idProduct"),
            serial: usb?.attribute("serial"), port: usb?.name, usbDevice: usb?.sysPath, links: device.links,
            driver: interface?.driver ?? device.parent?.driver,
            interfaceClass: interface?.attribute("bInterfaceClass"), report: report,
            isHiddenFromModemManager: device.isHiddenFromModemManager || usb?.isHiddenFromModemManager == true
        )
        // What it types would come back to it.
        if isVirtualKeyboard { (self.isTagged, self.mode) = (false, nil) }
    }

    /// A serial bridge that has no port, since a program has claimed its USB interface; `nil` for any other interface.
    ///
    /// Its `path` is the USB device's own file, which that program has open.
    init?(claimed interface: UdevDevice) {
        guard interface.driver == Self.claimingDriver, let usb = interface.parent("usb", "usb_device"),
            let path = usb.path
        else { return nil }
        self.init(
            sysPath: interface.sysPath, path: path, transport: .serial, isTagged: false,
            maker: usb.maker, model: usb.model,
            vendor: usb.attribute("idVendor"), product: usb.attribute("idProduct"),
            serial: usb.attribute("serial"), port: usb.name, usbDevice: usb.sysPath,
            driver: interface.driver, interfaceClass: interface.attribute("bInterfaceClass"))
        guard standing == .claimedBridge else { return nil }
    }

    private static func report(of device: UdevDevice) -> ScannedDataReport? {
        guard device.subsystem == "hidraw" else { return nil }
        return device.parent?.file("report_descriptor").flatMap(HIDReportDescriptor.init)
            .flatMap(ScannedDataReport.init)
    }

    private static func transport(
        of device: UdevDevice, _ report: ScannedDataReport?
    ) -> ScannerStatus.Transport? {
        switch device.subsystem {
        case "input" where device.name.hasPrefix("event"):
            device.parent?.attribute("capabilities/key").map(canType) == true ? .evdev : nil
        case "tty":
            // Without a parent it is a console; of type 0 it is a port that the board could have, and has not.
            device.parent != nil && device.attribute("type") != "0" ? .serial : nil
        case "hidraw":
            // All HID devices have a raw node, keyboards included: those are meant through which scans come.
            report.map { _ in .hidraw }
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
