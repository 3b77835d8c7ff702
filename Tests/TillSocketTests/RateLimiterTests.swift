import Testing

@testable import TillSocket

@Suite struct RateLimiterTests {
    let start = ContinuousClock.now

    @Test func `a burst is let through at once, and no more`() {
        var limiter = RateLimiter(burst: 3, perSecond: 10, at: start)
        let allowed = (0..<5).map { _ in limiter.allows(at: start) }
        #expect(allowed == [true, true, true, false, false])
    }

    @Test func `after a burst requests are let through at the rate`() {
        var limiter = RateLimiter(burst: 3, perSecond: 10, at: start)
        for _ in 0..<3 { _ = limiter.allows(at: start) }
        let allowed = [99, 101, 150, 202].map { limiter.allows(at: start + .milliseconds($0)) }
        #expect(allowed == [false, true, false, true])
    }

    @Test func `a long silence saves up no more than one burst`() {
        var limiter = RateLimiter(burst: 2, perSecond: 10, at: start)
        let allowed = (0..<4).map { _ in limiter.allows(at: start + .seconds(3600)) }
        #expect(allowed == [true, true, false, false])
    }
}
