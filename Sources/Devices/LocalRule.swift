import Scanning

/// The line of udev's language by which an administrator makes a device a scanner.
///
/// It names the USB device, and so reaches all that belongs to it: a keyboard's raw HID nodes, which show what is typed,
/// and the device itself, which must not sleep.
public struct LocalRule: Hashable, Sendable {
    /// By what the rule knows the device.
    public enum Basis: Hashable, Sendable {
        /// All of its make and model.
        case model
        /// The one device, wherever it is plugged in.
        case serialNumber
        /// Whatever of its make and model is plugged in there.
        case port
    }

    public let basis: Basis
    /// The rule, without the line's end.
    public let line: String

    /// The narrowest rule that does: by model where the ids tell what it is; else by serial number, or where it has none of
    /// its own by port. `nil` for what isn't on USB.
    ///
    /// - Parameter nodes: All that is plugged in: another device with the same ids shall not become a scanner with this one.
    public init?(for node: DeviceNode, among nodes: [DeviceNode]) {
        guard let vendor = node.vendor, let product = node.product, let port = node.port else { return nil }
        let twins = nodes.filter {
            $0.usbDevice != node.usbDevice && $0.vendor == vendor && $0.product == product
        }
        var keys = Self.scope(of: node, among: nodes)
        keys.append(#"ATTRS{idVendor}=="\#(Self.pattern(vendor))""#)
        keys.append(#"ATTRS{idProduct}=="\#(Self.pattern(product))""#)
        if twins.isEmpty, node.standing != .genericBridge {
            basis = .model
        } else if let serial = node.serial, Self.isOwn(serial),
            !twins.contains(where: { $0.serial == serial })
        {
            basis = .serialNumber
            keys.append(#"ATTRS{serial}=="\#(Self.pattern(serial))""#)
        } else {
            basis = .port
            keys.append(#"KERNELS=="\#(Self.pattern(port))""#)
        }
        keys.append(#"ENV{SCANBRIDGE}="\#(Self.mode(of: node).rawValue)""#)
        line = keys.joined(separator: ", ")
    }

    /// Which nodes of the USB device are meant.
    private static func scope(of node: DeviceNode, among nodes: [DeviceNode]) -> [String] {
        // Beside the device's nodes the device itself, but none of its interfaces.
        let device = #"ENV{DEVTYPE}!="usb_interface""#
        switch node.transport {
        case .evdev: return [#"SUBSYSTEM=="input|hidraw|usb""#, device]
        case .hidraw: return [#"SUBSYSTEM=="hidraw|usb""#, device]
        case .serial:
            // Of an adapter with several ports one only.
            let ports = nodes.filter { $0.usbDevice == node.usbDevice && $0.transport == .serial }
            guard ports.count > 1, let interface = node.interface else {
                return [#"SUBSYSTEM=="tty|usb""#, device]
            }
            return [#"SUBSYSTEM=="tty""#, #"ENV{ID_USB_INTERFACE_NUM}=="\#(interface)""#]
        }
    }

    private static func mode(of node: DeviceNode) -> DeviceNode.Mode {
        switch node.transport {
        case .evdev: .keyboard
        case .hidraw: .pointOfSale
        case .serial: node.driver == "cdc_acm" ? .cdc : .serial
        }
    }

    /// Whether it tells one device from others: many bridges are sold with 0001 or nothing.
    private static func isOwn(_ serial: String) -> Bool {
        serial.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && serial.drop { $0 == "0" }.utf8.count > 1
    }

    /// The text as udev matches it: a device chooses its serial number, and quotes or stars in it are no part of the rule. Nor
    /// is a blank, which may stand for what can't be shown.
    ///
    /// Source: udev(7), "The following glob-style wildcards".
    private static func pattern(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:+/".contains($0)) ? $0 : "?" })
    }
}

extension DeviceNode {
    /// The USB interface's number as udev has it, two hexadecimal digits; `nil` where there is none.
    fileprivate var interface: String? {
        guard let port else { return nil }
        // Such as `1-2.3:1.0`: port, configuration, interface.
        let name = sysPath.split(separator: "/").first { $0.hasPrefix("\(port):") }
        guard let number = name?.split(separator: ".").last.flatMap({ Int($0) }) else { return nil }
        let digits = String(number, radix: 16)
        return digits.count < 2 ? "0\(digits)" : digits
    }
}
