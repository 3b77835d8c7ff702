/// When to stop asking a service that doesn't answer, and when to try it again.
///
///     closed ── failures reach the threshold ──► open ── rest is over ──► trial ── success ──► closed
///                                                 ▲                        │
///                                                 └── failure: twice the rest ──┘
///
/// Whom a customer waits for asks only while it is closed (`isClosed`); trials are for somebody who can wait.
public struct CircuitBreaker: Hashable, Sendable {
    private enum State: Hashable {
        case closed(failures: Int)
        case open(trialAt: ContinuousClock.Instant, rest: Duration)
        case trial(rest: Duration)
    }

    private let threshold: Int
    private let shortestRest: Duration
    private let longestRest: Duration
    private var state = State.closed(failures: 0)

    /// - Parameters:
    ///   - threshold: how many failures in a row open it.
    ///   - rest: before the first trial; each trial that fails doubles it, up to `longestRest`.
    public init(threshold: Int = 1, rest: Duration = .seconds(2), longestRest: Duration = .seconds(30)) {
        precondition(threshold > 0 && rest > .zero && rest <= longestRest)
        self.threshold = threshold
        shortestRest = rest
        self.longestRest = longestRest
    }

    /// The service answers, as far as is known.
    public var isClosed: Bool {
        if case .closed = state { true } else { false }
    }

    /// When the next trial may begin; `nil` while it is closed, and while a trial is under way.
    public var trialAt: ContinuousClock.Instant? {
        if case .open(let trialAt, _) = state { trialAt } else { nil }
    }

    /// Lets one question through once the rest is over; its outcome is due next.
    public mutating func beginTrial(at now: ContinuousClock.Instant) -> Bool {
        guard case .open(let trialAt, let rest) = state, now >= trialAt else { return false }
        state = .trial(rest: rest)
        return true
    }

    /// The service answered, whatever it said.
    public mutating func succeed() {
        state = .closed(failures: 0)
    }

    /// The service did not answer. What was asked before it opened and fails later changes nothing.
    public mutating func fail(at now: ContinuousClock.Instant) {
        switch state {
        case .closed(let failures) where failures + 1 < threshold: state = .closed(failures: failures + 1)
        case .closed: state = .open(trialAt: now + shortestRest, rest: shortestRest)
        case .trial(let rest):
            let longer = min(rest * 2, longestRest)
            state = .open(trialAt: now + longer, rest: longer)
        case .open: break
        }
    }
}
