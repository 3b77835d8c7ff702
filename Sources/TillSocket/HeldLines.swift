import Scanning

/// One socket's numbered lines that wait in memory, each until its time is over, a till acknowledges its scan, or
/// newer ones push it out. Only numbers and bytes: the time comes in.
struct HeldLines {
    /// At most so many; the oldest goes.
    static let limit = 32

    private struct Entry {
        let sequence: UInt64
        let scan: ScanID
        let line: Line
        let publishedAt: ContinuousClock.Instant
        /// Whether any till has it: the kernel took its last byte.
        var isDelivered = false
    }

    /// How long a line waits; zero keeps none. A new value goes for the lines already held, too.
    var hold: Duration
    private var entries: [Entry] = []

    init(hold: Duration) {
        self.hold = hold
    }

    var count: Int { entries.count }

    /// When the oldest line is to be forgotten.
    var deadline: ContinuousClock.Instant? { entries.first?.publishedAt.advanced(by: hold) }

    mutating func keep(_ line: Line, sequence: UInt64, scan: ScanID, at now: ContinuousClock.Instant) {
        expire(at: now)
        guard hold > .zero else { return }
        if entries.count == Self.limit { entries.removeFirst() }
        entries.append(Entry(sequence: sequence, scan: scan, line: line, publishedAt: now))
    }

    mutating func expire(at now: ContinuousClock.Instant) {
        entries.removeAll { $0.publishedAt.advanced(by: hold) <= now }
    }

    /// A till has the line.
    mutating func deliver(_ sequence: UInt64) {
        guard let index = entries.firstIndex(where: { $0.sequence == sequence }) else { return }
        entries[index].isDelivered = true
    }

    /// Forgets the scan's line; a scan that isn't held is nothing to be said of.
    mutating func acknowledge(_ scan: ScanID) {
        entries.removeAll { $0.scan == scan }
    }

    /// What no till has got yet, oldest first, marked with its age.
    mutating func undelivered(at now: ContinuousClock.Instant) -> [(sequence: UInt64, line: Line)] {
        replay(at: now) { !$0.isDelivered }
    }

    /// Everything that is held, oldest first, marked with its age.
    mutating func all(at now: ContinuousClock.Instant) -> [(sequence: UInt64, line: Line)] {
        replay(at: now) { _ in true }
    }

    private mutating func replay(
        at now: ContinuousClock.Instant, where isWanted: (Entry) -> Bool
    ) -> [(sequence: UInt64, line: Line)] {
        expire(at: now)
        return entries.filter(isWanted).map { ($0.sequence, $0.line.replayed(age: now - $0.publishedAt)) }
    }
}
