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
        isKeyboardLacking = true
        keyboardWish.yield()
    }

    /// Makes the virtual keyboard if it is lacking and can be made by now.
    func provideKeyboard() async {
        guard isKeyboardLacking, openKeyboard() == nil else { return }
        isKeyboardLacking = false
        await hub.withdrawKeyboardFaults()
    }

    /// Sees to a virtual keyboard that is lacking where udev doesn't tell that it can be made: permissions may come without a
    /// word of it. One for all scanners, and ever less often, so that a machine that never has one is left to sleep.
    func awaitKeyboard() async {
        for await _ in keyboardWishes {
            var pause = RetryPause()
            while isKeyboardLacking, (try? await Task.sleep(for: pause.next())) != nil {
                await provideKeyboard()
            }
        }
    }
}
