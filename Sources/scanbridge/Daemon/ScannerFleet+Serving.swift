import Devices
import Logging
import Scanning
import TillSocket

extension ScannerFleet {
    /// Opens a scanner, carries its scans, and opens it again when it comes back; ends when it left the fleet.
    func serve(_ key: ScannerKey, _ generation: Int) async {
        while !Task.isCancelled, berths[key]?.generation == generation {
            let (entry, node) = (berths[key]?.entry, berths[key]?.mainNode)
            if let connection = await open(key) {
                await carry(key, generation, connection)
            }
            // Closed to be treated or read otherwise, it is there: nothing to wait for.
            guard berths[key]?.generation == generation, berths[key]?.entry == entry,
                berths[key]?.mainNode == node
            else { continue }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// The scanner's open connection, opened now if need be; `nil` where it can't be, which tills are told once.
    @discardableResult
    func open(_ key: ScannerKey) async -> ScannerConnection? {
        guard let berth = berths[key] else { return nil }
        if let connection = berth.connection { return connection }
        guard !carried.contains(key) else { return nil }
        // Early as well: the first wedge has the layouts compiled, which a scan must not wait for.
        if let candidates = candidates(key, berth) {
            berths[key]?.status.wedge = WedgeStatus(candidates, isConfigured: berth.entry.layout != "auto")
        }
        // Before the scanner, since a desktop takes a moment to open it.
        let trouble = berth.typesBarcodes ? openKeyboard() : nil
        let connection: ScannerConnection
        do {
            connection = try connect(key, berth)
            berths[key]?.connection = connection
            try await connection.waitUntilReady()
        } catch {
            await giveUp(key, berth.generation, error)
            return nil
        }
        guard berths[key]?.generation == berth.generation else { return nil }
        berths[key]?.fault = nil
        let status = await change(key, to: .ready)
        await hub.publish(.scannerAdded(status, at: WallClock.now), latency: nil)
        log.info(
            "scanner ready",
            metadata: ["scanner": "\(status.name)", "transport": "\(status.transport.rawValue)"])
        if let trouble { await lackKeyboard(status.name, trouble) } else { await provideKeyboard() }
        return connection
    }

    private func connect(_ key: ScannerKey, _ berth: Berth) throws(DeviceError) -> ScannerConnection {
        var line = berth.entry.line
        switch key {
        case .named(let device):
            switch device.kind {
            case .keyboard: return try loop.openKeyboards([device.path])
            case .reports: return try loop.openReports(device.path)
            case .serial(let baud):
                line.baud = baud ?? line.baud
                return try loop.openSerial(device.path, line: line)
            }
        case .found(let sysPath, let transport):
            guard let path = berth.mainNode?.path else { throw .notFound(path: sysPath) }
            switch transport {
            case .evdev: return try loop.openKeyboards(berth.nodes.map(\.path))
            case .hidraw: return try loop.openReports(path)
            case .serial: return try loop.openSerial(path, line: line)
            }
        }
    }

    private func carry(_ key: ScannerKey, _ generation: Int, _ connection: ScannerConnection) async {
        guard let berth = berths[key] else { return }
        carried.insert(key)
        defer { carried.remove(key) }
        var session = ScannerSession(
            name: berth.status.name, entry: berth.entry, transport: berth.status.transport,
            wedge: candidates(key, berth), key: hashKey, resolver: resolver, keyboard: keyboard,
            hub: hub, searches: searches, log: log
        ) { await self.learn($0, of: key, generation) }
        await withTaskExecutorPreference(hub.taskExecutor) { await session.run(connection) }
        connection.close()
        // The daemon stops, and the scanner is still there: tills hear `bye`.
        guard !Task.isCancelled else { return }
        var gone = berth.status
        gone.state = .waiting
        if berths[key]?.generation == generation {
            berths[key]?.connection = nil
            gone = await change(key, to: .waiting)
        }
        await hub.publish(.scannerRemoved(gone, at: WallClock.now), latency: nil)
        log.info("scanner gone", metadata: ["scanner": "\(gone.name)"])
    }

    private func change(_ key: ScannerKey, to state: ScannerStatus.State) async -> ScannerStatus {
        guard var berth = berths[key] else { preconditionFailure("the scanner is in the fleet") }
        berth.status.state = state
        berth.status.name = berth.entry.name ?? berth.status.name
        berths[key] = berth
        await showScanners()
        return berth.status
    }

    /// Tells once why a scanner can't be used; it is tried again.
    private func giveUp(_ key: ScannerKey, _ generation: Int, _ error: DeviceError) async {
        guard let berth = berths[key], berth.generation == generation else { return }
        berth.connection?.close()
        berths[key]?.connection = nil
        guard error != berth.fault else { return }
        berths[key]?.fault = error
        let fault = TillMessage.ScannerFault(
            scanner: berth.status.name, reason: error.reason, message: error.namingHolders.message)
        _ = await change(key, to: error.reason == .notFound ? .waiting : .error)
        await hub.publish(.scannerError(fault, at: WallClock.now), latency: nil)
        log.warning(
            "\(fault.message)",
            metadata: ["scanner": "\(fault.scanner)", "reason": "\(fault.reason.rawValue)"])
    }
}
