/// Tells a scan from a person who types, and from a device that talks by itself.
///
/// By when something came, and how much of it: nothing of what came is kept.
public struct AnswerJudge: Sendable {
    public enum Verdict: Hashable, Sendable {
        /// A scanner has scanned.
        case scan
        /// Keys came at the pace of fingers.
        case typing
        /// Bytes came before anybody was asked to scan.
        case chatter
    }

    /// How long nothing comes after a scan: three times what the slowest scanners pause between keys.
    private static let quiet = Duration.milliseconds(300)
    /// The shortest barcodes of products, UPC-E without its check digit, have six digits.
    private static let fewestKeys = 6
    private static let fewestBytes = 4
    /// On average between two keys. The fastest of typists are at 60 ms, and that for a word.
    private static let scannerPace = Duration.milliseconds(50)
    /// Scanners that are set to be slow are at it like a clock, which no person is.
    private static let slowestPace = Duration.milliseconds(120)

    /// What has come since it was last quiet.
    private struct Burst {
        var count = 0
        let first: ContinuousClock.Instant
        var last: ContinuousClock.Instant
        var longestGap = Duration.zero
    }

    private let question: ContinuousClock.Instant
    private var burst: Burst?
    private var isOfBytes = false

    /// - Parameter question: when somebody is asked to scan; a device that sends bytes before that talks by itself.
    public init(askedAt question: ContinuousClock.Instant) {
        self.question = question
    }

    /// When to be told of silence; `nil` where nothing has come.
    public var deadline: ContinuousClock.Instant? { burst.map { $0.last + Self.quiet } }

    /// Takes what a device sent at that moment, and judges a burst that ends by it.
    public mutating func receive(_ input: ScannerInput, at moment: ContinuousClock.Instant) -> Verdict? {
        switch input {
        case .keys(let keys):
            return receive(keys, at: moment)
        case .bytes(let bytes):
            if moment < question { return .chatter }
            isOfBytes = true
            extend(by: bytes.count, at: moment)
            return nil
        case .scanEnded:
            return .scan
        case .silence:
            return finish()
        case .garbled, .eventsDropped:
            burst = nil
            return nil
        }
    }

    private mutating func receive(_ keys: [KeyEvent], at moment: ContinuousClock.Instant) -> Verdict? {
        for key in keys where key.isPressed && TypedKey.isText(key.code) {
            if !TypedKey.isLineKey(key.code) {
                extend(by: 1, at: moment)
            } else if let verdict = finish() {
                return verdict
            }
        }
        return nil
    }

    private mutating func extend(by count: Int, at moment: ContinuousClock.Instant) {
        var extended = burst ?? Burst(first: moment, last: moment)
        extended.longestGap = max(extended.longestGap, extended.last.duration(to: moment))
        extended.last = moment
        extended.count += count
        burst = extended
    }

    /// Judges what has come, which is over.
    private mutating func finish() -> Verdict? {
        guard let ended = burst else { return nil }
        burst = nil
        if isOfBytes { return ended.count >= Self.fewestBytes ? .scan : nil }
        guard ended.count > 2 else { return nil }
        let pace = ended.first.duration(to: ended.last) / (ended.count - 1)
        let isSteady = pace <= Self.slowestPace && ended.longestGap <= pace * 1.5
        if pace <= Self.scannerPace || isSteady { return ended.count >= Self.fewestKeys ? .scan : nil }
        return .typing
    }
}
