/// How fast one scan arrives: when its last byte came, and its slowest gap so far.
struct ScanPace {
    private(set) var last: ContinuousClock.Instant
    /// When the line last spoke, if only by a key that types nothing.
    private(set) var active: ContinuousClock.Instant
    private var slowest: Duration = .zero

    init(first: ContinuousClock.Instant) {
        last = first
        active = first
    }

    mutating func note(_ now: ContinuousClock.Instant) {
        slowest = max(slowest, last.duration(to: now))
        last = now
        active = now
    }

    mutating func noteActivity(_ now: ContinuousClock.Instant) {
        active = now
    }

    /// The silence that ends a scan on a line of this base: raised to five times the slowest gap, and at most 2 s, so that a
    /// truncated licence is told of within 3 s.
    func idleGap(base: Duration) -> Duration {
        min(max(base, slowest * 5), .seconds(2))
    }

    /// The silence after a suffix that ends a scan which is no licence: at least `base`, and three times the slowest gap.
    func quiet(base: Duration) -> Duration {
        max(base, slowest * 3)
    }
}
