/// An account as it is now.
struct Account: Sendable {
    let seed: Seed.Account
    let holder: Seed.Person
    private(set) var status: String
    /// `nil` for a closed account: no code that begins with C is published.
    private(set) var reason: String?
    /// When security answers were wrong.
    private(set) var wrongAnswers: [ContinuousClock.Instant] = []
    /// When verifying was passed by.
    private(set) var bypasses: [ContinuousClock.Instant] = []

    init(_ seed: Seed.Account, of holder: Seed.Person) {
        self.seed = seed
        self.holder = holder
        status = seed.status
        reason = seed.status == "C" ? nil : seed.reason
    }

    var isNormal: Bool { status == "N" && reason == "NNOR" }
    var isInQuebec: Bool { holder.province == "QC" }

    /// Ratings L and M are preferred, H and X premium; the rest, and no rating, is non-prime.
    ///
    /// Source: `docs/pos-api.openapi.yaml`, N18.
    var category: String {
        switch seed.riskRating {
        case "L", "M": "preferred"
        case "H", "X", "XH", "XXH": "premium"
        default: "standard"
        }
    }

    var isPrime: Bool { category != "standard" }

    mutating func close() {
        status = "C"
        reason = nil
    }

    private static let answersCountFor = Duration.seconds(48 * 3600)
    private static let mostWrongAnswers = 3

    mutating func noteWrongAnswer(at now: ContinuousClock.Instant) {
        wrongAnswers = wrongAnswers.filter { now - $0 < Self.answersCountFor }
        // One more than counts is enough to know.
        if wrongAnswers.count <= Self.mostWrongAnswers { wrongAnswers.append(now) }
    }

    /// Whether there were more than three wrong answers in 48 hours.
    func hasTriedTooOften(at now: ContinuousClock.Instant) -> Bool {
        wrongAnswers.count { now - $0 < Self.answersCountFor } > Self.mostWrongAnswers
    }

    private static let bypassesCountFor = Duration.seconds(24 * 3600)
    private static let mostBypasses = 3

    /// Whether a regular purchase may go without a PIN: at most three of them in 24 hours.
    func mayBypass(at now: ContinuousClock.Instant) -> Bool {
        seed.regularPurchase && isNormal
            && bypasses.count { now - $0 < Self.bypassesCountFor } < Self.mostBypasses
    }

    mutating func noteBypass(at now: ContinuousClock.Instant) {
        bypasses = bypasses.filter { now - $0 < Self.bypassesCountFor } + [now]
    }
}
