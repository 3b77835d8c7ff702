/// The tokens that are in use.
struct TokenStore: Sendable {
    enum Scope: String, Sendable {
        case merchant
        case customer
    }

    struct Grant: Hashable, Sendable {
        let clientID: String
        let scope: Scope
        let end: ContinuousClock.Instant
    }

    /// An access token with the refresh token that it came with: 40 hex digits each.
    struct Pair: Hashable, Sendable {
        let access: String
        let refresh: String
    }

    /// How long an access token lives.
    let life: Duration
    private var access: [String: Grant] = [:]
    private var refresh: [String: Grant] = [:]
    /// Refresh tokens are kept for as many lives after their end, for the state of the documentation that allows them then.
    private static let keptLives = 10

    init(life: Duration) {
        self.life = life
    }

    mutating func issue(to clientID: String, _ scope: Scope, at now: ContinuousClock.Instant) -> Pair {
        access = access.filter { $0.value.end > now }
        refresh = refresh.filter { $0.value.end + life * Self.keptLives > now }
        let pair = Pair(access: Self.random(), refresh: Self.random())
        let grant = Grant(clientID: clientID, scope: scope, end: now + life)
        access[pair.access] = grant
        refresh[pair.refresh] = grant
        return pair
    }

    /// `nil` for a token that is unknown, expired or revoked.
    func grant(_ token: String, at now: ContinuousClock.Instant) -> Grant? {
        access[token].flatMap { $0.end > now ? $0 : nil }
    }

    /// Takes a refresh token out of use; `nil` for one that is in use no more.
    ///
    /// - Parameter afterEnd: whether it may be used after the access token has expired.
    mutating func redeem(_ token: String, afterEnd: Bool, at now: ContinuousClock.Instant) -> Grant? {
        guard let grant = refresh.removeValue(forKey: token), afterEnd || grant.end > now else { return nil }
        return grant
    }

    mutating func revokeAll() {
        access = [:]
        refresh = [:]
    }

    private static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<40).map { _ in
            String(UInt8.random(in: 0..<16, using: &generator), radix: 16)
        }.joined()
    }
}
