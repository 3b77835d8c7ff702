import Devices
import Logging
import Scanning

/// What wedges are set to: told by the configuration, found by their scans, and kept.
extension ScannerFleet {
    /// How a wedge's keys may have to be read; `nil` for another scanner.
    func candidates(_ key: ScannerKey, _ berth: Berth) -> WedgeCandidates? {
        guard berth.status.transport == .evdev else { return nil }
        let known = memory.standing(of: key.identity(berth))
        do {
            return try berth.entry.candidates(known: known)
        } catch {
            // That it exists was checked with the configuration.
            log.warning("\(error.message); finding it anew", metadata: ["scanner": "\(berth.status.name)"])
            return WedgeCandidates(layouts: ScannerLayouts.compiled, known: known)
        }
    }

    /// A licence has shown something of a wedge's settings, or confirmed it.
    func learn(_ candidates: WedgeCandidates, of key: ScannerKey, _ generation: Int) async {
        guard var berth = berths[key], berth.generation == generation, let standing = candidates.standing
        else {
            return
        }
        if let trouble = memory.note(
            standing, of: key.identity(berth), on: String(WallClock.now.rfc3339.prefix(10)))
        {
            // Once: the next licence would say the same.
            if !hasMemoryTrouble { log.warning("\(trouble)") }
            hasMemoryTrouble = true
        }
        let wedge = WedgeStatus(candidates, isConfigured: berth.entry.layout != "auto")
        guard wedge != berth.status.wedge else { return }
        berth.status.wedge = wedge
        berths[key] = berth
        await showScanners()
        log.info(
            "scanner settings",
            metadata: [
                "scanner": "\(berth.status.name)", "layout": "\(wedge.layouts.joined(separator: " or "))",
                "caps_lock": "\(wedge.capsLock.map(String.init) ?? "unknown")",
                "control_characters": "\(wedge.controlCharacters?.rawValue ?? "unknown")",
            ])
    }
}

extension ScannerKey {
    /// What the scanner is known by from one day to the next: as its node is, or by the path that it was named by.
    func identity(_ berth: Berth) -> String {
        if case .named(let device) = self { return device.path }
        return berth.nodes.first?.identity ?? ""
    }
}
