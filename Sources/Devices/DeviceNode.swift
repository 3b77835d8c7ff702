public import Scanning

/// A device file that is, or could be, a scanner, as udev describes it.
public struct DeviceNode: Hashable, Sendable {
    /// What the udev rules say of a scanner, in their property `SCANBRIDGE`.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        /// Types what it scans.
        case keyboard = "kbd"
        /// A USB serial scanner of its own (CDC-ACM).
        case cdc
        /// Behind a serial bridge, or of a vendor's own serial kind.
        case serial
        /// Speaks HID POS.
        case pointOfSale = "pos"
    }

    /// The device's name for as long as it is plugged in, such as `/sys/devices/…/event3`.
    public var sysPath: String
    /// The device file, such as `/dev/input/event3`.
    public var path: String
    public var transport: ScannerStatus.Transport
    /// Whether the rules say that it is a scanner: only then may it be opened without being named.
    public var isTagged: Bool
    /// `nil` where the rules say nothing.
    public var mode: Mode?
    /// Whether an administrator's rule says that it is no scanner here.
    public var isReleased: Bool
    /// As the device calls its maker, else as the hardware database does.
    public var maker: String?
    /// As the device calls itself, else as the hardware database does.
    public var model: String?
    /// USB vendor id, four lower-case hexadecimal digits.
    public var vendor: String?
    /// USB product id, four lower-case hexadecimal digits.
    public var product: String?
    /// USB serial number.
    public var serial: String?
    /// USB port, such as `1-2.3`.
    public var port: String?
    /// The USB device's name in sysfs: nodes that share it are one scanner.
    public var usbDevice: String?
    /// Further names of the device file, such as those in `/dev/serial/by-id`.
    public var links: [String]
    /// The kernel's driver of the interface, such as `cdc_acm`; `usbfs` where a program has the interface for itself.
    public var driver: String?
    /// The USB interface's class, two hexadecimal digits: `03` HID, `02` and `0a` CDC, `ff` the vendor's own.
    public var interfaceClass: String?
    /// What a raw HID node's reports hold, by the interface's own descriptor.
    public var report: ScannedDataReport?
    /// Whether a rule keeps ModemManager from asking a serial port for a modem.
    public var isHiddenFromModemManager: Bool

    public init(
        sysPath: String, path: String, transport: ScannerStatus.Transport, isTagged: Bool, mode: Mode? = nil,
        isReleased: Bool = false, maker: String? = nil, model: String? = nil, vendor: String? = nil,
        product: String? = nil,
        serial: String? = nil, port: String? = nil, usbDevice: String? = nil, links: [String] = [],
        driver: String? = nil, interfaceClass: String? = nil, report: ScannedDataReport? = nil,
        isHiddenFromModemManager: Bool = false
    ) {
        self.sysPath = sysPath
        self.path = path
        self.transport = transport
        self.isTagged = isTagged
        self.mode = mode
        self.isReleased = isReleased
        self.maker = maker
        self.model = model
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.port = port
        self.usbDevice = usbDevice
        self.links = links
        self.driver = driver
        self.interfaceClass = interfaceClass
        self.report = report
        self.isHiddenFromModemManager = isHiddenFromModemManager
    }
}
