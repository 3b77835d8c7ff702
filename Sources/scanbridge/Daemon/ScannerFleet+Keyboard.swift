import Devices
import Logging
import Scanning
import TillSocket

extension ScannerFleet {
    /// Sees to it, while a scanner is read, that its barcodes can be typed: where there is no virtual keyboard it tells so
    /// once, and tries again each second.
    func provideKeyboard(_ key: ScannerKey, _ generation: Int) async {
        guard let berth = berths[key], berth.generation == generation, berth.typesBarcodes else { return }
        let name = berth.status.name
        var isTold = false
        while !Task.isCancelled {
            do throws(DeviceError) {
                try keyboard.open()
                break
            } catch {
                if !isTold { await tellNoKeyboard(name, error) }
                isTold = true
            }
            try? await Task.sleep(for: .seconds(1))
        }
        if isTold { await hub.withdrawKeyboardFault(of: name) }
    }

    private func tellNoKeyboard(_ scanner: String, _ error: DeviceError) async {
        let fault = TillMessage.ScannerFault(
            scanner: scanner, reason: .noVirtualKeyboard,
            message: "this scanner's barcodes are published, not typed: \(VirtualKeyboard.remedy(error))")
        await hub.publish(.scannerError(fault, at: WallClock.now), latency: nil)
        log.warning(
            "\(fault.message)", metadata: ["scanner": "\(scanner)", "reason": "\(fault.reason.rawValue)"])
    }
}
