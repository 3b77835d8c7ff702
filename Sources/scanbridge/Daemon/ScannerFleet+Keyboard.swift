import Devices
import Logging
import Scanning
import TillSocket

extension ScannerFleet {
    /// Makes the virtual keyboard, unless it is there; why it can't be made.
    func openKeyboard() -> DeviceError? {
        do throws(DeviceError) {
            try keyboard.open()
            return nil
        } catch {
            return error
        }
    }

    /// Tells once of a scanner, which is read, that its barcodes can't be typed, and sees to it that they can be soon.
    func lackKeyboard(_ scanner: String, _ error: DeviceError) async {
        let fault = TillMessage.ScannerFault(
            scanner: scanner, reason: .noVirtualKeyboard,
            message: "this scanner's barcodes are published, not typed: \(VirtualKeyboard.remedy(error))")
        await hub.publish(.scannerError(fault, at: WallClock.now), latency: nil)
        log.warning(
            "\(fault.message)", metadata: ["scanner": "\(scanner)", "reason": "\(fault.reason.rawValue)"])
        keyboardWish.yield()
    }

    /// Makes the virtual keyboard, while it is lacking, as soon as that can be done: it is tried each second.
    func provideKeyboard() async {
        for await _ in keyboardWishes {
            while !Task.isCancelled, openKeyboard() != nil { try? await Task.sleep(for: .seconds(1)) }
            await hub.withdrawKeyboardFaults()
        }
    }
}
