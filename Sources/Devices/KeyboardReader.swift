import CLibevdev
import Scanning

/// Grabs an event device once no key of it is down, unless it is to be shared, then drains it.
///
/// Grabbed with a key down, its release would never reach the desktop, which would repeat that key for ever.
///
/// Unchecked, because device and state belong to the loop's thread, which the checker can't see: see `DescriptorReader`.
final class KeyboardReader: DescriptorReader, @unchecked Sendable {
    /// Keys handed on at a time at most.
    private static let batch = 256
    /// How far apart keys may have moved that are handed on as one moment's.
    private static let moment = Duration.milliseconds(1)

    let connection: ScannerConnection?
    private let device: EventDevice
    private let isShared: Bool
    private var isReady = false

    /// - Parameter isShared: whether what is typed shall reach others as well.
    init(_ device: EventDevice, for connection: ScannerConnection, isShared: Bool = false) {
        self.device = device
        self.connection = connection
        self.isShared = isShared
    }

    var descriptor: Int32 { device.descriptor }

    /// Reads to EAGAIN: libevdev reads ahead, so the descriptor would not wake the loop for what it still holds.
    func drain(isHungUp: Bool) -> Drained {
        let isOpen = isReady ? handOn() : discard()
        if !isOpen || isHungUp { return .gone }
        return isReady || device.isAnyKeyDown ? .open : begin()
    }

    func close() {
        device.close()
        connection?.deviceIsClosed()
    }

    private func begin() -> Drained {
        let error = isShared ? 0 : device.grab()
        if error != 0 { return .failed(DeviceError(call: "EVIOCGRAB", path: device.path, errno: error)) }
        isReady = true
        // What was typed before the grab has reached others too.
        guard discard() else { return .gone }
        connection?.deviceIsReady()
        return .open
    }

    /// Reads all there is and drops it; `false` once the device is gone.
    private func discard() -> Bool {
        while true {
            switch device.read() {
            case .event, .overflow: continue
            case .nothing: return true
            case .gone: return false
            }
        }
    }

    /// Reads all there is and hands it on; `false` once the device is gone.
    ///
    /// Each key bears the time at which the kernel had it: if this thread is late, gaps are still the scanner's own, and no
    /// scan ends in a quiet that was none.
    private func handOn() -> Bool {
        let clock = EventClock()
        var keys: [KeyEvent] = []
        var since = clock.now
        func flush() {
            if keys.isEmpty { return }
            connection?.receive(.keys(keys), at: since)
            keys = []
        }
        while true {
            switch device.read() {
            case .event(let event):
                // Value 2 is the kernel's own repeating of a key whose release is late.
                guard event.type == EV_KEY, event.value == 0 || event.value == 1 else { continue }
                let at = device.isTimed ? clock.instant(of: event.time) : clock.now
                if keys.count == Self.batch || since.duration(to: at) > Self.moment { flush() }
                if keys.isEmpty { since = at }
                keys.append(KeyEvent(code: event.code, isPressed: event.value == 1))
            case .overflow:
                flush()
                connection?.receive(.eventsDropped)
            case .nothing:
                flush()
                return true
            case .gone:
                flush()
                return false
            }
        }
    }
}
