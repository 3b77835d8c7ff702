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
        switch input {
        case .keys(let keys): add(.keys(keys), keys.count, at: now)
        case .bytes(let bytes): add(.bytes(bytes), bytes.count, at: now)
        case .scanEnded: add(.scanEnded, 1, at: now)
        case .garbled: add(.garbled, 1, at: now)
        case .eventsDropped: add(.eventsDropped, 1, at: now)
        case .silence: finish()
        }
    }

    /// Takes a plug in or out.
    mutating func take(_ event: Recording.Event, at now: ContinuousClock.Instant) -> [Recording.Moment] {
        add(event, 1, at: now)
    }

    /// The scan so far.
    mutating func finish() -> [Recording.Moment] {
        defer { (moments, size) = ([], 0) }
        return moments
    }

    private mutating func add(
        _ event: Recording.Event, _ count: Int, at now: ContinuousClock.Instant
    ) -> [Recording.Moment] {
        let isOver = deadline.map { now >= $0 } ?? false
        let finished = isOver || size + count > Self.limit ? finish() : []
        moments.append(Recording.Moment(pause: max(.zero, last.duration(to: now)), event: event))
        size += count
        last = now
        return finished
    }
}
