public import AAMVA

/// Finds where each scan of one scanner ends, and judges what it was.
///
/// A scan ends in one of three ways, tried in this order:
///
/// 1. **By its own structure.** The decoder proves that a licence's last byte is there: the record is out at that byte. What
///    the scanner adds after it is swallowed, and a further subfile of the same record is no second event.
/// 2. **By suffix and quiet.** A suffix alone ends nothing, since CR and LF stand inside licences and may stand in any code.
/// 3. **By silence,** measured from the last byte and fitted to the pace of the scan. A licence that has begun ends in no
///    other way but the first and this.
///
/// Bytes and times come in, outputs and the next `deadline` go out; there is no clock inside. The bytes kept are bounded by
/// `RecordDecoder.limit`, and wiped with each scan's end.
///
/// Source: `docs/till-protocol.md`, "When a scan ends, and what it was".
public struct ScanFramer: Sendable {
    /// What came of the bytes.
    public enum Output: Sendable {
        /// A licence has begun; exactly one `licence` or `failed` follows, with nothing between.
        case reading
        case licence(Record)
        case failed(ScanFailure)
        case barcode(Barcode)
    }

    /// Nothing in flight, a scan, or what follows a failure and belongs to it until the line is quiet.
    enum State {
        case idle
        case scanning(InFlight)
        case discarding(ScanPace)
    }

    let settings: Settings
    /// The scan in flight.
    var current = ScanText()
    /// The end of `current` from its last suffix on, while that may be a licence of its own.
    var behind: ScanText?
    /// The last licence, by which the 1-D code of the same card is known.
    var card: CardTrace
    var state = State.idle
    /// When the line last spoke in a licence that came out truncated, or in the rest of it.
    var cutLicence: ContinuousClock.Instant?
    /// When the line last spoke in what looked like lines of a licence, or in what was dropped with a failed scan.
    var licenceLine: ContinuousClock.Instant?
    /// When the line last spoke after a licence whose end was proven, and the silence that ends this burst.
    var burst: (last: ContinuousClock.Instant, gap: Duration)?

    /// - Parameter key: 128 random bits, with which a licence's elements are remembered for a moment.
    public init(settings: Settings, key: (UInt64, UInt64)) {
        self.settings = settings
        card = CardTrace(key: SipHash.Key(low: key.0, high: key.1))
    }

    /// When to call `advance(to:)` if nothing has come until then; `nil` while nothing is in flight.
    public var deadline: ContinuousClock.Instant? {
        switch state {
        case .idle: nil
        case .scanning(let scan): scan.pace.active + silence(ending: scan)
        case .discarding(let pace): pace.active + settings.idleGap(at: pace)
        }
    }

    /// Takes bytes that came at one moment. Any division of them into calls of the same moments gives the same outputs.
    public mutating func receive(_ bytes: [UInt8], at now: ContinuousClock.Instant) -> [Output] {
        var outputs = advance(to: now)
        guard !bytes.isEmpty else { return outputs }
        if case .discarding(var pace) = state {
            pace.note(now)
            state = .discarding(pace)
            return outputs
        }
        var taken = 0
        while taken < bytes.count {
            taken += take(bytes.span.extracting(taken...), at: now, into: &outputs)
        }
        return outputs
    }

    /// Tells that the line speaks, by a key that types nothing: a modifier, a digit of a character's number. It is no
    /// gap of the scan in flight, but no silence either.
    public mutating func noteActivity(at now: ContinuousClock.Instant) {
        switch state {
        case .idle: break
        case .scanning(var scan):
            scan.pace.noteActivity(now)
            state = .scanning(scan)
        case .discarding(var pace):
            pace.noteActivity(now)
            state = .discarding(pace)
        }
    }

    /// Tells that the line was silent until now, which ends a scan once its deadline has passed.
    public mutating func advance(to now: ContinuousClock.Instant) -> [Output] {
        guard let deadline, now >= deadline else { return [] }
        guard case .scanning(let scan) = state else {
            if case .discarding(let pace) = state { licenceLine = pace.active }
            state = .idle
            return []
        }
        var outputs: [Output] = []
        finish(scan, into: &outputs)
        return outputs
    }

    /// Tells that the scanner has said that its scan is over: it is judged at once, and what comes next is another.
    public mutating func ended(at now: ContinuousClock.Instant) -> [Output] {
        var outputs = advance(to: now)
        if case .scanning(var scan) = state {
            scan.pace.note(now)
            finish(scan, into: &outputs)
        }
        state = .idle
        burst = nil
        return outputs
    }

    /// Tells that input was lost: the scan in flight is void, and so is what arrives until the line is quiet.
    ///
    /// It fails a scan even where nothing was in flight, since what was lost may have been a whole one; once a burst.
    public mutating func eventsDropped(at now: ContinuousClock.Instant) -> [Output] {
        void(.eventsDropped, at: now)
    }

    /// The same for a failure of another kind.
    mutating func void(_ failure: ScanFailure, at now: ContinuousClock.Instant) -> [Output] {
        var outputs = advance(to: now)
        switch state {
        case .idle:
            fail(failure, ScanPace(first: now), into: &outputs)
        case .scanning(var scan):
            scan.pace.note(now)
            fail(failure, scan.pace, into: &outputs)
        case .discarding(var pace):
            pace.note(now)
            state = .discarding(pace)
        }
        return outputs
    }

    /// Tells that the scanner is gone. A licence that had begun, or might have, has failed; a barcode's tail is nothing.
    public mutating func unplugged(at now: ContinuousClock.Instant) -> [Output] {
        var outputs = advance(to: now)
        if current.recognition == .licence || mayStillBeLicence {
            outputs.append(.failed(.unplugged))
        }
        forget()
        return outputs
    }
}

extension ScanFramer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The state only: what is in flight may be a card.
    public var description: String {
        switch state {
        case .idle: "ScanFramer(idle)"
        case .scanning: "ScanFramer(\(current.count) bytes)"
        case .discarding: "ScanFramer(discarding)"
        }
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
