import Devices
import Glibc
import Logging
import Scanning
import TillSocket

extension ScannerFleet {
    /// Takes note of a device that came or went; a new scanner's key and generation, to be served.
    func take(_ event: DeviceDirectory.Event) async -> (ScannerKey, generation: Int)? {
        switch event {
        case .added(let node): return await add(node)
        case .removed(let sysPath):
            await remove(sysPath)
            return nil
        case .userInputIsThere:
            await provideKeyboard()
            return nil
        }
    }

    private func add(_ node: DeviceNode) async -> (ScannerKey, generation: Int)? {
        guard !isNamed(node) else { return nil }
        let key = ScannerKey.found(sysPath: node.usbDevice ?? node.sysPath, transport: node.transport)
        if var berth = berths[key] {
            guard !berth.nodes.contains(where: { $0.sysPath == node.sysPath }) else { return nil }
            berth.nodes.append(node)
            join(node, to: berth, mainNode: berths[key]?.mainNode)
            berths[key] = berth
            return nil
        }
        generations += 1
        berths[key] = Berth(node, entry: configuration.entry(for: node), generation: generations)
        await showScanners()
        return (key, generations)
    }

    /// A further node of a scanner that may be open already: its keys join the others', and a raw HID node that scans come
    /// by takes the place of one that they don't.
    private func join(_ node: DeviceNode, to berth: Berth, mainNode: DeviceNode?) {
        guard node.transport == .evdev else {
            if berth.mainNode != mainNode { berth.connection?.close() }
            return
        }
        do {
            try berth.connection?.attach(node.path)
        } catch {
            log.warning("\(error.message)", metadata: ["scanner": "\(berth.status.name)"])
        }
    }

    private func remove(_ sysPath: String) async {
        guard let key = berths.first(where: { $0.value.nodes.contains { $0.sysPath == sysPath } })?.key else {
            return
        }
        berths[key]?.nodes.removeAll { $0.sysPath == sysPath }
        if let berth = berths[key], berth.nodes.isEmpty {
            berths[key] = nil
            berth.connection?.close()
            await showScanners()
            // One that was in use is told of when its session ends.
            if berth.status.state == .error {
                await hub.publish(.scannerRemoved(berth.status, at: WallClock.now), latency: nil)
            }
        }
    }

    /// Whether the command line names the device already, by its path or by a link to it.
    private func isNamed(_ node: DeviceNode) -> Bool {
        berths.keys.contains { key in
            guard case .named(let device) = key else { return false }
            if device.path == node.path || node.links.contains(device.path) { return true }
            guard let resolved = realpath(device.path, nil) else { return false }
            defer { free(resolved) }
            return String(cString: resolved) == node.path
        }
    }

    /// Tells the hub which scanners there are, for `hello` and `status`.
    func showScanners() async {
        await hub.setScanners(berths.values.sorted { $0.generation < $1.generation }.map(\.status))
    }
}
