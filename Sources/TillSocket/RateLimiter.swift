/// A token bucket: a burst at once, then a steady rate. The time comes in.
struct RateLimiter {
    let burst: Double
    let perSecond: Double
    private var tokens: Double
    private var filledAt: ContinuousClock.Instant

    init(burst: Int, perSecond: Int, at now: ContinuousClock.Instant) {
        self.burst = Double(burst)
        self.perSecond = Double(perSecond)
        tokens = Double(burst)
        filledAt = now
    }

    /// Takes one request if one is left.
    mutating func allows(at now: ContinuousClock.Instant) -> Bool {
        tokens = min(burst, tokens + (now - filledAt) / .seconds(1) * perSecond)
        filledAt = now
        guard tokens >= 1 else { return false }
        tokens -= 1
        return true
    }
}
