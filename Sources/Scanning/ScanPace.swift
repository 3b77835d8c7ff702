/// How fast one scan arrives: when its last byte came, and its slowest gap so far.
struct ScanPace {
    private(set) var last: ContinuousClock.Instant
    private var slowest: Duration = .zero

    init(first: ContinuousClock.Instant) {
        last = first
    }

    mutating func note(_ now: ContinuousClock.Instant) {
        slowest = max(slowest, last.duration(to: now))
        last = now
    }

    /// The silence that ends a scan on a line of this base: raised to five times the slowest gap, and at most 2 s, so that a
    /// truncated licence is told of within 3 s.
    func idleGap(base: Duration) -> Duration {
        min(max(base, slowest * 5), .seconds(2))
    }

    /// The silence after a suffix that ends a scan which is no licence.
    var quiet: Duration {
        max(.milliseconds(30), slowest * 3)
    }
}
