import Devices
import Scanning

/// One scanner's place in the fleet: what is known of it, and what is open.
struct Berth {
    /// Tells a scanner that was plugged in again from the one before it.
    let generation: Int
    /// What udev found, at least one; none for a device of the command line.
    var nodes: [DeviceNode]
    /// The scanner's entry in the configuration, or the defaults.
    var entry: ScannerEntry
    var status: ScannerStatus
    var connection: ScannerConnection?
    /// What was reported last, so that a fault that lasts is told once.
    var fault: DeviceError?

    /// Whether its barcodes are typed on the virtual keyboard.
    var typesBarcodes: Bool { entry.typesBarcodes(status.transport) }

    init(_ device: NamedDevice, entry: ScannerEntry, generation: Int) {
        self.generation = generation
        self.entry = entry
        nodes = []
        status = ScannerStatus(
            name: entry.name ?? device.path, transport: device.kind.transport, state: .waiting)
    }

    /// The node to open where one is enough: of raw HID nodes the one that scans come by, whichever appeared first.
    var mainNode: DeviceNode? { nodes.first { $0.report?.isStandard ?? true } ?? nodes.first }

    init(_ node: DeviceNode, entry: ScannerEntry, generation: Int) {
        self.generation = generation
        self.entry = entry
        nodes = [node]
        status = ScannerStatus(
            name: entry.name ?? node.scannerName, transport: node.transport, state: .waiting,
            model: node.model,
            vendor: node.vendor, product: node.product, serial: node.serial, port: node.port)
    }
}

extension DeviceNode {
    /// What the scanner is known by from one day to the next: by its serial number, else by its port, else by its path.
    var identity: String {
        guard let vendor, let product else { return path }
        if let serial { return "\(vendor):\(product):\(serial)" }
        return "\(vendor):\(product)@\(port ?? "")"
    }

    /// What an unnamed scanner is called: `vendor:product@port`, or its path where it is on no USB port.
    var scannerName: String {
        guard let vendor, let product, let port else { return path }
        return "\(vendor):\(product)@\(port)"
    }
}
