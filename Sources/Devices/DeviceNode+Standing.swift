extension DeviceNode {
    /// Why a node is, or is not, a scanner to the daemon.
    public enum Standing: Hashable, Sendable {
        /// A rule says that it is one.
        case scanner
        /// The daemon's own, on which barcodes are typed.
        case virtualKeyboard
        /// Reads radio tags, not barcodes, and types their numbers.
        case tagReader
        /// An administrator's rule says that it is no scanner.
        case released
        /// A serial bridge that is in many things beside scanners.
        case genericBridge
        /// The same, and a program has its USB device for itself, so that there is no serial port.
        case claimedBridge
        /// No rule knows it.
        case unknown
    }

    /// Whether it is what the daemon types on: never a scanner, whatever a rule says of it.
    var isVirtualKeyboard: Bool { usbDevice == nil && model == VirtualKeyboard.name }

    /// The kernel's driver of a USB interface that a program has for itself.
    static let claimingDriver = "usbfs"

    public var standing: Standing {
        if isVirtualKeyboard { return .virtualKeyboard }
        if isTagged { return .scanner }
        if isReleased { return .released }
        switch (vendor, product) {
        case ("ffff", "0035"), ("08ff", "0009"), ("413d", "2107"): return .tagReader
        case ("0403", "6001"), ("067b", "2303"), ("10c4", "ea60"), ("1a86", "7523"):
            return driver == Self.claimingDriver ? .claimedBridge : .genericBridge
        default: return .unknown
        }
    }

    /// One sentence: why it is or is not a scanner, and what would make it one.
    public var explanation: String {
        switch standing {
        case .scanner:
            "a udev rule names it as a scanner"
        case .virtualKeyboard:
            "scanbridge's own keyboard, on which it types barcodes that are no licence"
        case .tagReader:
            "reads radio tags, not barcodes: left alone"
        case .released:
            "a udev rule says that it is no scanner here: left alone"
        case .genericBridge:
            "a generic serial bridge, which is in many things: a rule for its serial number or USB port makes it a scanner"
        case .claimedBridge:
            "a program has this serial bridge for itself, so that it has no port"
        case .unknown:
            "no udev rule names it: a rule of your own, or its path in the configuration, makes it a scanner"
        }
    }
}
