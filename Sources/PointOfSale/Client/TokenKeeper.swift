/// Keeps a token that is good for a while yet, and renews it in time: one renewal at a time, for which others wait.
///
/// Time comes from `now`, and tokens from `request`, so that no test has to wait for either.
actor TokenKeeper {
    enum Grant: Hashable, Sendable {
        case clientCredentials
        case refresh(Secret)
    }

    typealias Request = @Sendable (Grant) async throws(PointOfSaleError) -> AccessToken

    private let now: @Sendable () -> ContinuousClock.Instant
    private let request: Request
    private var token: AccessToken?
    private var isRenewing = false
    private var waiting: [AsyncStream<PointOfSaleError?>.Continuation] = []

    init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }, request: @escaping Request) {
        self.now = now
        self.request = request
    }

    /// How many callers wait for the renewal that is under way.
    var waiterCount: Int { waiting.count }

    /// A token that is good for now.
    ///
    /// - Parameter lead: how long before a call would have to wait for another one that is asked for already.
    func token(lead: Duration = .zero) async throws(PointOfSaleError) -> AccessToken {
        while true {
            if let token, now() + lead < token.renewFrom { return token }
            if !isRenewing { return try await renew() }
            try await waitForRenewal()
        }
    }

    /// Forgets a token that the API refused, and what would renew it; unless there is another one by now.
    func discard(_ refused: AccessToken) {
        if token?.text == refused.text { token = nil }
    }

    private func renew() async throws(PointOfSaleError) -> AccessToken {
        isRenewing = true
        do throws(PointOfSaleError) {
            let token = try await obtain()
            self.token = token
            end(failure: nil)
            return token
        } catch {
            end(failure: error)
            throw error
        }
    }

    /// By the refresh token; by the client's own credentials where there is none, or where it was refused.
    private func obtain() async throws(PointOfSaleError) -> AccessToken {
        guard let refresh = token?.refresh else { return try await request(.clientCredentials) }
        do throws(PointOfSaleError) {
            return try await request(.refresh(refresh))
        } catch {
            guard let status = error.status, status < 500 else { throw error }
            token = nil
            return try await request(.clientCredentials)
        }
    }

    private func end(failure: PointOfSaleError?) {
        isRenewing = false
        for waiter in waiting {
            waiter.yield(failure)
            waiter.finish()
        }
        waiting = []
    }

    /// - Throws: what the renewal failed with; `cancelled` where this task gave up. That the renewing task gave up, as its
    ///   own customer waits no longer, says nothing to the others: one of them tries next.
    private func waitForRenewal() async throws(PointOfSaleError) {
        let (renewals, continuation) = AsyncStream.makeStream(of: PointOfSaleError?.self)
        waiting.append(continuation)
        for await failure in renewals {
            if let failure, failure.own != .cancelled { throw failure }
        }
        if Task.isCancelled { throw PointOfSaleError(.cancelled) }
    }
}
