import Scanning
import Testing

@Suite struct CircuitBreakerTests {
    private let start = ContinuousClock.now
    private var breaker = CircuitBreaker(threshold: 3, rest: .seconds(2), longestRest: .seconds(5))

    private mutating func open() {
        for _ in 0..<3 { breaker.fail(at: start) }
    }

    @Test mutating func `it stays closed below the threshold`() {
        breaker.fail(at: start)
        breaker.fail(at: start)
        #expect(breaker.isClosed)
    }

    @Test mutating func `an answer between failures starts the count anew`() {
        breaker.fail(at: start)
        breaker.fail(at: start)
        breaker.succeed()
        breaker.fail(at: start)
        #expect(breaker.isClosed)
    }

    @Test mutating func `by default one failure opens it`() {
        breaker = CircuitBreaker()
        breaker.fail(at: start)
        #expect(!breaker.isClosed)
    }

    @Test
    mutating func `after three failures only one question is let through, and only once the rest is over`() {
        open()
        let early = breaker.beginTrial(at: start + .milliseconds(1999))
        let first = breaker.beginTrial(at: start + .seconds(2))
        let second = breaker.beginTrial(at: start + .seconds(2))
        #expect([early, first, second] == [false, true, false])
    }

    @Test mutating func `it is not closed while a trial is under way`() {
        open()
        _ = breaker.beginTrial(at: start + .seconds(2))
        #expect(!breaker.isClosed)
        #expect(breaker.trialAt == nil)
    }

    @Test mutating func `a trial that is answered closes it`() {
        open()
        _ = breaker.beginTrial(at: start + .seconds(2))
        breaker.succeed()
        #expect(breaker.isClosed)
    }

    @Test mutating func `each trial that fails doubles the rest, up to the longest`() {
        open()
        var now = start
        var rests: [Duration] = []
        for _ in 0..<3 {
            now = breaker.trialAt ?? now
            _ = breaker.beginTrial(at: now)
            breaker.fail(at: now)
            rests.append((breaker.trialAt ?? now) - now)
        }
        #expect(rests == [.seconds(4), .seconds(5), .seconds(5)])
    }

    @Test mutating func `what was asked before it opened and fails later changes nothing`() {
        open()
        breaker.fail(at: start + .seconds(1))
        #expect(breaker.trialAt == start + .seconds(2))
    }

    @Test mutating func `what was asked before it opened and is answered later closes it`() {
        open()
        breaker.succeed()
        #expect(breaker.isClosed)
    }

    @Test mutating func `a service that fails again rests the shortest time first`() {
        open()
        _ = breaker.beginTrial(at: start + .seconds(2))
        breaker.fail(at: start + .seconds(2))
        breaker.succeed()
        for _ in 0..<3 { breaker.fail(at: start + .seconds(60)) }
        #expect(breaker.trialAt == start + .seconds(62))
    }
}
