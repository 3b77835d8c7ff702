import AAMVA

/// A wedge's keys as one profile has them: what they type, and what came of it.
struct WedgeReading: Sendable {
    let candidate: WedgeCandidates.Candidate
    private(set) var wedge: KeyboardWedge
    private(set) var framer: ScanFramer
    /// What came of the scan in flight.
    private(set) var outputs: [ScanFramer.Output] = []
    private(set) var progress = Progress()
    /// The framer's.
    private(set) var deadline: ContinuousClock.Instant?

    /// What the scan begins with, blanks and controls aside.
    private var firstByte: UInt8?

    /// What is asked of every reading after every key. It is kept, like `deadline`: to work it out means to copy the framer.
    struct Progress: Sendable {
        /// Whether a licence has begun.
        fileprivate(set) var isAnnounced = false
        /// Whether the scan is a licence from its first key on. By a wrong layout the header's first keys are something else,
        /// a code of its own even, which its line end closes.
        fileprivate(set) var hasHeader = false
        fileprivate(set) var hasRecord = false
        /// Whether nothing more can come of the scan.
        fileprivate(set) var isOver = true
    }

    init(_ candidate: WedgeCandidates.Candidate, framer: ScanFramer) {
        self.candidate = candidate
        self.framer = framer
        wedge = candidate.wedge
    }

    /// Where a licence's beginning stands among the outputs.
    var announcement: Int? {
        outputs.firstIndex { if case .reading = $0 { true } else { false } }
    }
    /// Up to a licence's beginning, that included: a code that came before it in the same burst may stand there.
    var throughAnnouncement: ArraySlice<ScanFramer.Output> { outputs[...(announcement ?? -1)] }
    var behindAnnouncement: ArraySlice<ScanFramer.Output> { outputs[((announcement ?? -1) + 1)...] }

    private var isMarked: Bool { firstByte == UInt8(ascii: "@") || firstByte == UInt8(ascii: "%") }

    /// Whether a licence begins otherwise than with its header's first mark, or behind what that mark may be by a wrong layout:
    /// a sign or a digit by itself, or the beginning of a licence that can't be read.
    var lacksMark: Bool {
        guard let announcement else { return false }
        return switch outputs[..<announcement].last {
        case nil: !isMarked
        case .failed: true
        case .barcode(let barcode): barcode.data.count == 1
        case .reading, .licence: false
        }
    }

    var records: [Record] {
        outputs.compactMap { if case .licence(let record) = $0 { record } else { nil } }
    }

    /// Whether it is known why the scan is no licence.
    var isFailed: Bool { outputs.contains { if case .failed = $0 { true } else { false } } }

    /// Whether the scan is a code of digits, as nearly all products' are.
    var isNumber: Bool {
        guard case .barcode(let barcode) = outputs.first, outputs.count == 1 else { return false }
        return barcode.data.utf8.allSatisfy(\.isASCIIDigit)
    }

    /// How control characters came in this scan.
    var controlCharacters: ControlCharacters {
        if wedge.controls.hasChord { return .control }
        if wedge.controls.hasAltCode { return .altKeypad }
        // One may be the suffix.
        return wedge.controls.enters > 1 ? .enterOnly : .none
    }

    /// Whether the records say the same, wherever in the bytes their values stand.
    func says(as other: WedgeReading) -> Bool {
        records.elementsEqual(other.records) { one, other in
            one.layout == other.layout
                && one.elements.elementsEqual(other.elements) {
                    $0.id == $1.id && $0.subfile == $1.subfile && one.bytes[$0.value] == other.bytes[$1.value]
                }
        }
    }

    mutating func receive(_ key: KeyEvent, at now: ContinuousClock.Instant) {
        // A key's release is its end; any other movement may be the beginning of something.
        let isMovement = key.isPressed || TypedKey.isModifier(key.code)
        if isMovement { framer.noteActivity(at: now) }
        var bytes: [UInt8] = []
        wedge.receive(key, into: &bytes)
        guard isMovement || !bytes.isEmpty else { return }
        firstByte = firstByte ?? bytes.first { $0 > 0x20 }
        note(framer.receive(bytes, at: now))
    }

    mutating func advance(to now: ContinuousClock.Instant) {
        note(framer.advance(to: now))
    }

    mutating func dropEvents(at now: ContinuousClock.Instant) {
        wedge.reset()
        note(framer.eventsDropped(at: now))
    }

    mutating func unplug(at now: ContinuousClock.Instant) {
        wedge.reset()
        note(framer.unplugged(at: now))
    }

    /// Wipes what is in flight, for good.
    mutating func discard() {
        framer.forget()
        outputs = []
        note([])
    }

    /// Makes ready for the next scan.
    mutating func forgetScan() {
        outputs = []
        firstByte = nil
        wedge.forgetScan()
        progress = Progress()
        note([])
    }

    private mutating func note(_ new: [ScanFramer.Output]) {
        deadline = framer.deadline
        if !new.isEmpty {
            outputs += new
            progress.isAnnounced = announcement != nil
            progress.hasHeader = announcement == 0 && isMarked
            progress.hasRecord = !records.isEmpty
        }
        progress.isOver =
            switch outputs.last {
            case .reading: false
            case .licence, .failed, .barcode: true
            case nil: deadline == nil
            }
    }
}
