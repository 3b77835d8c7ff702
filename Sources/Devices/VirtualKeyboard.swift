import CLinux
import Glibc
public import Scanning
import Synchronization

/// The keyboard on which barcodes are typed again: a device of the kernel's user input driver.
///
/// It has the keys of `TypedKey` and no others, so that nothing else can be typed on it, whatever a code holds. A desktop
/// takes up to a second to open a new keyboard: make it when the first scanner appears, and keep it. The kernel
/// releases its keys and removes it when the process ends, however that ends.
///
/// One thread of its own types, one scan after the other; nothing waits for it. It pauses between two key events: the
/// kernel holds 64 events for each reader, 32 changes of a key, and drops them all if a desktop is slower than that.
public final class VirtualKeyboard: Sendable {
    /// What became of a scan.
    public enum Outcome: Hashable, Sendable {
        case typed
        /// So much is waiting to be typed that this would come too late to be expected.
        case busy
        /// There is no such keyboard: see `open`.
        case unavailable
    }

    private struct State {
        var descriptor: Int32?
        var waiting: [Keystrokes] = []
        /// Key events in `waiting`, and of the scan that is just being typed.
        var backlog = 0
        /// Told once the keyboard is gone.
        var farewell: CheckedContinuation<Void, Never>?
        /// The keyboard is to go: when, at the latest.
        var end: ContinuousClock.Instant?
    }

    public static let path = "/dev/uinput"
    /// By which rules, `DeviceNode` and `EventDevice` know that it is no scanner.
    public static let name = "scanbridge virtual keyboard"
    private static let vendor: UInt16 = 0x5342
    private static let product: UInt16 = 0x0001

    /// Between two key events: a scan of 13 digits and Enter takes 56 ms, and a desktop may be held up for 64 ms.
    private static let pace: UInt32 = 2_000
    /// Key events that may wait: 4 s of typing.
    private static let limit = 2_048
    /// How long scans that wait may still take when the keyboard is to go.
    private static let patience = Duration.seconds(2)
    /// How long a desktop has to read the last keys before it goes.
    private static let parting: UInt32 = 50_000

    private let path: String
    /// An eventfd: readable when there is something to type, or the thread is to end.
    private let bell: Int32
    private let state = Mutex(State())

    public init(path: String = VirtualKeyboard.path) {
        self.path = path
        bell = eventfd(0, Int32(EFD_CLOEXEC))
    }

    deinit { Glibc.close(bell) }

    /// Makes the keyboard, unless it is there. Blocks for the milliseconds that the kernel takes.
    public func open() throws(DeviceError) {
        let error = state.withLock { state -> DeviceError? in
            guard state.descriptor == nil, state.end == nil else { return nil }
            let keys = TypedKey.all
            let descriptor = clinux_uinput_open(
                path, Self.name, Self.vendor, Self.product, keys, keys.count)
            if descriptor < 0 { return DeviceError(call: "open", path: path, errno: errno) }
            do throws(DeviceError) {
                try DetachedThread.start("scanbridge-type") { self.run() }
            } catch {
                Glibc.close(descriptor)
                return error
            }
            state.descriptor = descriptor
            return nil
        }
        if let error { throw error }
    }

    /// Hands a scan to the thread; its first key moves at once, unless others are being typed. Never blocks.
    public func type(_ strokes: Keystrokes) -> Outcome {
        let outcome = state.withLock { state -> Outcome in
            guard state.descriptor != nil, state.end == nil else { return .unavailable }
            let backlog = state.backlog + strokes.events.count
            guard state.backlog == 0 || backlog <= Self.limit else { return .busy }
            state.backlog = backlog
            state.waiting.append(strokes)
            return .typed
        }
        if outcome == .typed { eventfd_write(bell, 1) }
        return outcome
    }

    /// Types what was given, for two seconds at most, then removes the keyboard.
    public func close() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                guard state.descriptor != nil, state.end == nil else { return false }
                state.end = .now + Self.patience
                state.farewell = continuation
                return true
            }
            if isOpen { eventfd_write(bell, 1) } else { continuation.resume() }
        }
    }
}

/// The thread's side.
extension VirtualKeyboard {
    private func run() {
        while true {
            var count: UInt64 = 0
            eventfd_read(bell, &count)
            while let (strokes, descriptor) = next() {
                for key in strokes.events {
                    guard clinux_uinput_move(descriptor, key.code, key.isPressed) == 0, !isOutOfTime else {
                        return remove()
                    }
                    usleep(Self.pace)
                }
                state.withLock { $0.backlog -= strokes.events.count }
            }
            if state.withLock({ $0.end != nil }) {
                usleep(Self.parting)
                return remove()
            }
        }
    }

    private var isOutOfTime: Bool { state.withLock { $0.end.map { $0 < .now } ?? false } }

    private func next() -> (Keystrokes, descriptor: Int32)? {
        state.withLock { state in
            guard let descriptor = state.descriptor, !state.waiting.isEmpty else { return nil }
            return (state.waiting.removeFirst(), descriptor)
        }
    }

    /// Removes the keyboard, as it is to go or as the kernel takes no more keys for it; the next `open` makes a new one.
    private func remove() {
        let farewell = state.withLock { state in
            if let descriptor = state.descriptor { Glibc.close(descriptor) }
            state.descriptor = nil
            state.waiting = []
            state.backlog = 0
            return state.farewell
        }
        farewell?.resume()
    }
}
