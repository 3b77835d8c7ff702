import Scanning

/// Which scanner of the fleet is meant.
enum ScannerKey: Hashable, Sendable {
    /// Named on the command line: stays in the fleet whether its device is there or not.
    case named(NamedDevice)
    /// Found by udev: its USB device's path in sysfs (the node's own where there is no USB) and its kind of node,
    /// so that the keyboard nodes of one device are one scanner.
    case found(sysPath: String, transport: ScannerStatus.Transport)
}
