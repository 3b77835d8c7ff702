import Scanning
import Synchronization

/// An open scanner: what it sends, until it is unplugged or closed.
///
/// Its owner must `close` it; until then the loop keeps it open. One task reads `inputs`.
public final class ScannerConnection: Sendable {
    /// How many inputs may wait for the session; a licence is a few of a serial line, about ten of a HID POS scanner, or
    /// about 2,000 of a keyboard.
    enum Capacity {
        static let serial = 512
        static let hidraw = 512
        static let evdev = 8192
    }

    private struct State {
        /// Devices handed to the loop that it has not closed yet.
        var open = 0
        /// Of these, the ones whose earlier input is still being dropped.
        var unready = 0
        /// The queue has been full: what comes is dropped until `.eventsDropped` has found a place behind the gap.
        var isLossy = false
        /// Closed, or its last device is gone: no further one may join.
        var isOver = false
        var endedAt: ContinuousClock.Instant?
        var failure: DeviceError?
    }

    /// What the scanner sent, in order, with the moment it was read.
    ///
    /// Bounded: what finds no place is dropped, and `.eventsDropped` stands where it would have been. Ends when the last
    /// device is gone, alike by unplugging, error and `close`, and only once it is closed, so that it can be opened again.
    public let inputs: AsyncStream<TimedInput>

    private let queue: AsyncStream<TimedInput>.Continuation
    /// Never has an element: its end is the news.
    private let readiness: AsyncStream<Never>
    private let ready: AsyncStream<Never>.Continuation
    /// Likewise.
    private let departure: AsyncStream<Never>
    private let departed: AsyncStream<Never>.Continuation
    private let loop: DeviceLoop
    private let state = Mutex(State())

    init(on loop: DeviceLoop, capacity: Int) {
        self.loop = loop
        (inputs, queue) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(capacity))
        (readiness, ready) = AsyncStream.makeStream()
        (departure, departed) = AsyncStream.makeStream()
    }

    /// Why the connection ended or could not begin; `nil` while it is open and after an unplugging.
    public var failure: DeviceError? { state.withLock(\.failure) }

    /// When its last device was seen to go; `nil` while one is there.
    ///
    /// `inputs` ends later, and is read later still: what was due between has not come to pass.
    public var endedAt: ContinuousClock.Instant? { state.withLock(\.endedAt) }

    /// Returns once all its devices are the bridge's own, grabbed and empty: what was sent before is dropped.
    ///
    /// Returns at once if it has been unplugged meanwhile; throws why the scanner can't be used otherwise, `.busy` if
    /// another program has grabbed the keyboard.
    public func waitUntilReady() async throws(DeviceError) {
        for await _ in readiness {}
        if let failure { throw failure }
    }

    /// Returns once all its devices are closed.
    public func waitUntilClosed() async {
        for await _ in departure {}
    }

    /// Asks for one `.silence` once `deadline` has passed with nothing read; `nil` takes back what was asked.
    ///
    /// Whatever is handed on takes it back as well, so ask anew after each input.
    public func wake(at deadline: ContinuousClock.Instant?) {
        loop.setAlarm(at: deadline, for: self)
    }

    /// Closes all its devices; `inputs` ends soon after. A second call does nothing.
    public func close() {
        state.withLock { state in
            state.isOver = true
            _ = loop.submit(.close(self))
        }
    }
}

/// The loop's side.
extension ScannerConnection {
    /// Gives devices to the loop; closes them at once if the connection or the loop is over.
    func adopt(_ readers: [any DescriptorReader]) {
        let rejected = state.withLock { state in
            state.open += readers.count
            state.unready += readers.count
            // Under the lock, or a `close` in between would overtake what it ought to close.
            return state.isOver ? readers : readers.filter { !loop.submit(.add($0)) }
        }
        for reader in rejected { reader.close() }
    }

    /// The loop's thread has input of one of the devices, which came at that moment.
    func receive(_ input: ScannerInput, at moment: ContinuousClock.Instant = .now) {
        loop.setAlarm(at: nil, for: self)
        deliver(input, at: moment)
    }

    /// Puts an input in the queue, or remembers that it could not.
    func deliver(_ input: ScannerInput, at now: ContinuousClock.Instant) {
        state.withLock { state in
            if state.isLossy {
                guard hasRoom(after: queue.yield(TimedInput(.eventsDropped, at: now))) else { return }
                state.isLossy = false
            }
            guard !hasRoom(after: queue.yield(TimedInput(input, at: now))) else { return }
            // The last place is for the news that there is a gap, so it reaches the reader even if nothing more comes.
            queue.yield(TimedInput(.eventsDropped, at: now))
            state.isLossy = true
        }
    }

    /// Whether the queue has more than its last place left.
    private func hasRoom(after result: AsyncStream<TimedInput>.Continuation.YieldResult) -> Bool {
        if case .enqueued(let remaining) = result { remaining > 1 } else { false }
    }

    /// One device is grabbed and empty.
    func deviceIsReady() {
        let isReady = state.withLock { state in
            state.unready -= 1
            return state.unready == 0
        }
        if isReady { ready.finish() }
    }

    /// One device is gone; of several the last one counts.
    func deviceIsGone(at now: ContinuousClock.Instant) {
        state.withLock { $0.endedAt = now }
    }

    /// One device is closed.
    func deviceIsClosed() {
        let isLast = state.withLock { state in
            state.open -= 1
            if state.open == 0 { state.isOver = true }
            return state.open == 0
        }
        if !isLast { return }
        loop.setAlarm(at: nil, for: self)
        ready.finish()
        queue.finish()
        departed.finish()
    }

    /// A device can't be used, so none of the scanner's is: its keys might come by that one.
    func fail(_ error: DeviceError) {
        state.withLock { state in state.failure = state.failure ?? error }
    }
}
