import Devices
import Scanning

extension Configuration {
    /// The first entry that fits a device found by udev, or the defaults.
    func entry(for node: DeviceNode) -> ScannerEntry {
        scanners.first { $0.match?.fits(node) ?? false } ?? ScannerEntry()
    }

    /// The first entry that fits a device of the command line, or the defaults.
    func entry(for device: NamedDevice) -> ScannerEntry {
        scanners.first { $0.match?.path == device.path } ?? ScannerEntry()
    }
}

extension ScannerEntry.Match {
    /// Every part that is given must fit.
    func fits(_ node: DeviceNode) -> Bool {
        func agrees(_ wanted: String?, _ found: String?) -> Bool { wanted == nil || wanted == found }
        return agrees(vendor, node.vendor) && agrees(product, node.product) && agrees(serial, node.serial)
            && agrees(port, node.port)
            && (path == nil || path == node.path || node.links.contains { $0 == path })
    }
}

extension ScannerEntry {
    /// What the framer needs to know of a scanner.
    func framing(_ transport: ScannerStatus.Transport) -> ScanFramer.Settings {
        ScanFramer.Settings(
            transport: transport, suffix: suffix, idleGap: idleGap,
            cardSerials: cardSerials == .pass ? .pass : .withhold, typesBarcodes: typesBarcodes(transport))
    }

    /// How the keys of a wedge may have to be read.
    ///
    /// - Parameter known: what its earlier scans have shown.
    func candidates(known: WedgeStanding?) throws(LayoutError) -> WedgeCandidates {
        WedgeCandidates(
            layouts: layout == "auto" ? ScannerLayouts.compiled : [try LayoutCompiler.compile(layout)],
            controlCharacters: Scanning.ControlCharacters(rawValue: controlCharacters.rawValue), known: known)
    }

    /// Whether what is no licence is typed again: only keys can be, so only a wedge's.
    func typesBarcodes(_ transport: ScannerStatus.Transport) -> Bool {
        transport == .evdev && (otherBarcodes == .type || otherBarcodes == .auto)
    }
}
