import Devices
import Scanning

/// Gathers what a scanner sends until it has been silent for so long that no scan goes on: what a scan is can be told, and a
/// person's data replaced, only when it is whole.
struct ScanCollector {
    /// The longest pause within a scan that the daemon waits for.
    static let silence = Duration.seconds(2)
    /// More than any scan: a device that never stops is written down in pieces.
    private static let limit = 65_536

    private var moments: [Recording.Moment] = []
    private var size = 0
    private var last: ContinuousClock.Instant

    /// - Parameter start: from where the first pause counts.
    init(from start: ContinuousClock.Instant) {
        last = start
    }

    /// When the scan is over if nothing comes; `nil` where none has begun.
    var deadline: ContinuousClock.Instant? { moments.isEmpty ? nil : last + Self.silence }

    /// Takes what came, and gives the scan that ends by it: empty if none does.
    mutating func take(_ input: ScannerInput, at now: ContinuousClock.Instant) -> [Recording.Moment] {
        guard let event = Recording.Event(input) else { return finish() }
        return take(event, at: now)
    }

    /// The same for a plug in or out.
    mutating func take(_ event: Recording.Event, at now: ContinuousClock.Instant) -> [Recording.Moment] {
        let count = max(1, event.keyEvents.count + event.rawBytes.count)
        let isOver = deadline.map { now >= $0 } ?? false
        let finished = isOver || size + count > Self.limit ? finish() : []
        moments.append(Recording.Moment(pause: max(.zero, last.duration(to: now)), event: event))
        size += count
        last = now
        return finished
    }

    /// The scan so far.
    mutating func finish() -> [Recording.Moment] {
        defer { (moments, size) = ([], 0) }
        return moments
    }
}
