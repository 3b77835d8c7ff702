import AAMVA

/// Reads a wedge's keys by each profile that the scanner could have, until its scans have shown which one it has.
///
/// A licence's header is known beforehand: whoever reads it has the right profile, as far as the header's keys tell. While
/// several profiles are possible each one reads along with a framer of its own, and what comes of a scan is judged once all
/// that matter have read it. With one profile left nothing is compared and nothing waits.
///
/// Keys and times come in, outputs and the next `deadline` go out; there is no clock inside.
struct WedgeReadings: Sendable {
    private(set) var candidates: WedgeCandidates
    /// One for each possible candidate, in their order.
    private var readings: [WedgeReading]
    private var strokes = ScanStrokes()
    /// Whether it was told that a licence has begun, so that a result must follow.
    private var isAnnounced = false
    /// A framer to which nothing has happened yet.
    private let framer: ScanFramer
    /// When to call `advance(to:)` if nothing has come until then; `nil` while nothing is in flight. Kept, since it is asked
    /// for oftener than it changes.
    private(set) var deadline: ContinuousClock.Instant?

    init(_ candidates: WedgeCandidates, framer: ScanFramer) {
        self.candidates = candidates
        self.framer = framer
        readings = candidates.possible.map { WedgeReading($0, framer: framer) }
    }

    /// Whether what comes now may turn out to be a barcode.
    func mayBecomeBarcode(at now: ContinuousClock.Instant) -> Bool {
        !isAnnounced && readings.contains { $0.framer.mayBecomeBarcode(at: now) }
    }

    mutating func receive(_ keys: [KeyEvent], at now: ContinuousClock.Instant) -> [ScanFramer.Output] {
        var outputs = advance(to: now)
        defer { setDeadline() }
        // One at a time: two scans may stand in one group, and the second is read as the first one has taught.
        for key in keys {
            strokes.append(key, at: now)
            for index in readings.indices { readings[index].receive(key, at: now) }
            outputs += judged(isProven: true, at: now)
        }
        return outputs
    }

    mutating func advance(to now: ContinuousClock.Instant) -> [ScanFramer.Output] {
        guard let deadline, now >= deadline else { return [] }
        defer { setDeadline() }
        for index in readings.indices { readings[index].advance(to: now) }
        return judged(isProven: false, at: now)
    }

    mutating func eventsDropped(at now: ContinuousClock.Instant) -> [ScanFramer.Output] {
        ended { $0.dropEvents(at: now) }
    }

    mutating func unplugged(at now: ContinuousClock.Instant) -> [ScanFramer.Output] {
        ended { $0.unplug(at: now) }
    }

    private mutating func setDeadline() {
        deadline = nil
        for index in readings.indices {
            guard let own = readings[index].deadline else { continue }
            deadline = deadline.map { min($0, own) } ?? own
        }
    }

    /// Ends the scan in flight under every profile. Who has begun to read a licence has the say, else the first that knows
    /// of a scan.
    private mutating func ended(_ end: (inout WedgeReading) -> Void) -> [ScanFramer.Output] {
        for index in readings.indices { end(&readings[index]) }
        defer {
            forgetScan()
            setDeadline()
        }
        if isAnnounced {
            let reader = readings.first { $0.progress.hasHeader || readings.count == 1 }
            return reader.map { Array($0.behindAnnouncement) } ?? []
        }
        return readings.first { !$0.outputs.isEmpty }?.outputs ?? []
    }
}

/// What comes of a scan that several profiles have read.
extension WedgeReadings {
    /// Fewer keys going down or up can't be a licence.
    private static let shortestLicence = 100

    /// What can be said of the scan by now.
    ///
    /// - Parameter isProven: whether what has ended did so by its own structure, not by silence.
    private mutating func judged(isProven: Bool, at now: ContinuousClock.Instant) -> [ScanFramer.Output] {
        var outputs: [ScanFramer.Output] = []
        var headed = readings.indices.filter { readings[$0].progress.hasHeader }
        if headed.isEmpty, readings.count == 1, onlyOneHasLicence { headed = [0] }
        if !isAnnounced, let first = headed.first {
            outputs += readings[first].throughAnnouncement
            isAnnounced = true
        }
        if isAnnounced {
            outputs += judgedLicence(of: headed, isProven: isProven, at: now)
        } else if readings.indices.allSatisfy({ readings[$0].progress.isOver }) {
            outputs += judgedScan(at: now)
        }
        return outputs
    }

    /// Whether a licence has begun by the only profile there is, or had before it was over. If its header lacks the first
    /// mark, and other profiles are possible, that is judged when it is over.
    private var onlyOneHasLicence: Bool {
        let progress = readings[0].progress
        return progress.isAnnounced && (isAnnounced || !progress.isOver)
            && !(candidates.areNarrowed && readings[0].lacksMark)
    }

    /// A licence has begun: who doesn't read its header has the wrong profile, and so has who reads on where another has
    /// read an end that is proven.
    private mutating func judgedLicence(
        of headed: [Int], isProven: Bool, at now: ContinuousClock.Instant
    ) -> [ScanFramer.Output] {
        let whole = headed.filter { readings[$0].progress.hasRecord }
        if isProven, !whole.isEmpty { return licence(of: whole, isBegun: true) }
        guard let first = headed.first, headed.allSatisfy({ readings[$0].progress.isOver }) else { return [] }
        if teaches(headed) { return licence(of: headed, isBegun: true) }
        if let others = secondLook(at: now, isBegun: true) { return others }
        if !whole.isEmpty { return licence(of: headed, isBegun: true) }
        defer { keep(headed) }
        return Array(readings[first].behindAnnouncement)
    }

    /// A scan without a header that anybody reads: a product's code, or a licence that lost its first keys.
    private mutating func judgedScan(at now: ContinuousClock.Instant) -> [ScanFramer.Output] {
        guard let spokesman else { return [] }
        // By the wrong layout the header's first keys are a code of their own.
        let least = readings.compactMap(\.announcement).min()
        let licences = readings.indices.filter { readings[$0].announcement.map { $0 == least } ?? false }
        if teaches(licences) {
            // A header without its first mark may be another profile's, which has the mark on another key.
            let lackMark = licences.allSatisfy { readings[$0].lacksMark }
            if lackMark, let others = secondLook(at: now, isBegun: false, wantsMark: true) { return others }
            return licence(of: licences, isBegun: false)
        }
        if let others = secondLook(at: now, isBegun: false) { return others }
        if licences.contains(where: { readings[$0].progress.hasRecord }) {
            return licence(of: licences, isBegun: false)
        }
        defer { forgetScan() }
        return readings[spokesman].outputs
    }

    /// A licence, if those that read one and have least against them read the same; else they remain, and nobody's word is
    /// taken.
    ///
    /// - Parameter isBegun: whether it was told already that a licence has begun.
    private mutating func licence(of finalists: [Int], isBegun: Bool) -> [ScanFramer.Output] {
        let doubts = finalists.map { ReadingDoubts(readings[$0]) }
        let best = zip(finalists, doubts).filter { _, own in !doubts.contains { own.areWorse(than: $0) } }
        guard let (first, doubtsOfFirst) = best.first else {
            preconditionFailure("no reading is worse than itself")
        }
        let outputs = isBegun ? Array(readings[first].behindAnnouncement) : readings[first].outputs
        let isPlain = best.dropFirst().allSatisfy { readings[$0.0].says(as: readings[first]) }
        if !doubtsOfFirst.teaches, doubtsOfFirst.isNobody || isPlain {
            defer { forgetScan() }
            return outputs
        }
        let layouts = best.map { readings[$0.0].candidate.profile.layout }
        let controlCharacters = readings[first].controlCharacters
        keep(best.map(\.0))
        guard isPlain else { return [.failed(.ambiguous(among: layouts))] }
        candidates.confirm(controlCharacters)
        return outputs
    }

    /// Whether somebody reads a licence that shows whether the layout is right.
    private func teaches(_ readings: [Int]) -> Bool {
        readings.contains { ReadingDoubts(self.readings[$0]).teaches }
    }

    /// Who speaks for a scan that is no licence: who knows why it isn't one, else who reads a product's number, else the
    /// first.
    private var spokesman: Int? {
        readings.firstIndex(where: \.isFailed) ?? readings.firstIndex(where: \.isNumber)
            ?? readings.firstIndex { !$0.outputs.isEmpty }
    }

    /// What a scan is by the profiles that earlier scans have ruled out, if it is a licence by one of them: somebody has
    /// changed the scanner's settings. `nil` where it is none.
    ///
    /// - Parameters:
    ///   - isBegun: whether it was told already that a licence has begun.
    ///   - wantsMark: whether only a licence will do whose header has its first mark.
    private mutating func secondLook(
        at now: ContinuousClock.Instant, isBegun: Bool, wantsMark: Bool = false
    ) -> [ScanFramer.Output]? {
        guard candidates.areNarrowed, !strokes.isCut, strokes.all.count >= Self.shortestLicence else {
            return nil
        }
        var others = WedgeReadings(candidates.widened, framer: framer)
        var outputs: [ScanFramer.Output] = []
        for stroke in strokes.all { outputs += others.receive([stroke.key], at: stroke.at) }
        outputs += others.advance(to: now)
        guard let start = outputs.firstIndex(where: { if case .reading = $0 { true } else { false } }) else {
            return nil
        }
        if wantsMark, !outputs.contains(where: { $0.isMarkedLicence }) { return nil }
        if isBegun { outputs.removeFirst(start + 1) }
        let isWhole = outputs.contains { if case .licence = $0 { true } else { false } }
        if isWhole || others.isAnnounced {
            swap(&self, &others)
        } else {
            forgetScan()
        }
        others.strokes.wipe()
        return outputs
    }

    /// Goes on with these readings; wipes what the others have in flight.
    private mutating func keep(_ kept: [Int]) {
        for index in readings.indices where !kept.contains(index) { readings[index].discard() }
        readings = kept.map { readings[$0] }
        candidates.narrow(to: readings.map(\.candidate.profile))
        forgetScan()
    }

    private mutating func forgetScan() {
        for index in readings.indices { readings[index].forgetScan() }
        strokes.wipe()
        isAnnounced = false
    }
}
