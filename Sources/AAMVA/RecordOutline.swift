/// Follows a payload byte by byte, as far as its structure alone tells where it ends.
///
///     marks ─► digits ─► directory ─► lines ─► complete
///       │                                        ▲
///       └───► stripe (three tracks) ─────────────┘
///
/// It proves an end or it doesn't; it never judges what the elements say, and any doubt leads to `unproven`, where
/// only a suffix or silence ends the scan. Letter case is ignored, so that Caps Lock doesn't matter.
struct RecordOutline: Sendable {
    private enum Stage {
        case marks
        /// In the digits after the file type.
        case digits
        /// So many designators are still to come.
        case directory(left: Int)
        case lines
        case stripe(StripeOutline)
        case unproven
        case complete
    }

    /// The next byte to look at. Everything before it was taken; after completion it is the record's end.
    private(set) var position = 0
    private(set) var recognition = RecordDecoder.Recognition.possible
    private var stage = Stage.marks
    /// The last five bytes, upper-cased.
    private var window: UInt64 = 0
    /// Whether there have been letters and blanks only: a stripe may have lost its `%`.
    private var isWord = true
    /// Where `@` is, or would be: four bytes before the file type. Offsets count from here.
    private var origin = 0
    /// Where the digits, the designator or the line begins.
    private var start = 0
    private var declaredEnd = 0
    private var unseen: [SubfileType] = []
    private var lineFeeds = 0
    private var followsReturn = false

    var isComplete: Bool {
        if case .complete = stage { true } else { false }
    }

    /// Looks at every byte from `position` on, and stops after the record's proven last byte.
    mutating func advance(over payload: [UInt8]) {
        let bytes = payload.span
        while position < bytes.count {
            switch stage {
            case .lines: advanceLines(bytes)
            case .unproven: position = bytes.count
            case .complete: return
            default:
                step(bytes)
                position += 1
            }
        }
    }

    private mutating func step(_ bytes: Span<UInt8>) {
        switch stage {
        case .marks: stepMarks(bytes[position])
        case .digits: stepDigits(bytes)
        case .directory(let left): stepDirectory(bytes, left: left)
        case .stripe(let stripe): follow(stripe, bytes[position])
        case .lines, .unproven, .complete: break
        }
    }

    private mutating func follow(_ stripe: StripeOutline, _ byte: UInt8) {
        var stripe = stripe
        stripe.step(byte)
        recognition = stripe.recognition
        stage = stripe.isComplete ? .complete : .stripe(stripe)
    }

    // MARK: Header

    /// No header begins later than this: marks, a byte order mark and blanks are shorter.
    private static let longestLead = 24
    private static let ansi: UInt64 = 0x41_4E53_4920
    private static let ansiLine: UInt64 = 0x41_4E53_490A
    private static let aamva: UInt64 = 0x41_414D_5641

    private mutating func stepMarks(_ byte: UInt8) {
        window = (window << 8 | UInt64(byte.uppercased)) & 0xFF_FFFF_FFFF
        if window == Self.ansi || window == Self.aamva || window == Self.ansiLine {
            origin = position - 8
            start = position + 1
            stage = .digits
        } else if byte == Byte.percent, recognition == .possible {
            stage = .stripe(StripeOutline())
        } else if byte == Byte.caret, isWord, position >= 4 {
            stage = .stripe(StripeOutline(afterCity: position))
            recognition = .licence
        } else if position >= Self.longestLead {
            stage = .unproven
            recognition = .other
        } else {
            isWord = isWord && (byte.isLetter || byte == Byte.space)
            if !isWord, !mayLead(byte) { recognition = .other }
        }
    }

    /// Marks, controls, blanks, filler, or a beginning of a file type.
    private func mayLead(_ byte: UInt8) -> Bool {
        guard byte.isPrintableASCII, byte != Byte.at, byte != Byte.space, byte != Byte.caret else {
            return true
        }
        return [Self.ansi, Self.aamva].contains { type in
            (1...4).contains { count in
                let mask = UInt64(1) << UInt64(8 * count) - 1
                return window & mask == type >> UInt64(8 * (5 - count))
            }
        }
    }

    /// The digits end at the first designator's letter: twelve of them, or ten up to version 01.
    private mutating func stepDigits(_ bytes: Span<UInt8>) {
        let byte = bytes[position]
        let count = position - start
        if count == 0, !byte.isDigit {
            stage = .unproven
            return
        }
        if count == 5 { recognition = .licence }
        guard !byte.isDigit else { return }
        let entries = count == 12 || count == 10 ? bytes.number(start + count - 2, digits: 2) ?? 0 : 0
        guard entries > 0, byte.isLetter else {
            stage = .unproven
            return
        }
        start = position
        stage = .directory(left: entries)
    }

    private mutating func stepDirectory(_ bytes: Span<UInt8>, left: Int) {
        guard position == start + 9 else { return }
        guard let designator = bytes.designator(at: start) else {
            stage = .unproven
            return
        }
        unseen.append(designator.type)
        declaredEnd = max(declaredEnd, designator.offset + designator.length)
        start = position + 1
        stage = left > 1 ? .directory(left: left - 1) : .lines
    }

    // MARK: Lines

    private mutating func advanceLines(_ bytes: Span<UInt8>) {
        var index = position
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte <= Byte.carriageReturn, byte.isLineEnd else { continue }
            position = index
            endLine(bytes, with: byte)
            guard case .lines = stage else { return }
        }
        position = index
    }

    /// Judges the line that ends before `position`: a CR may only stand at the end of a subfile.
    private mutating func endLine(_ bytes: Span<UInt8>, with terminator: UInt8) {
        let end = position - 1
        let type = end - start >= 2 ? SubfileType(bytes[start].uppercased, bytes[start + 1].uppercased) : nil
        let opened = type.flatMap { type in unseen.firstIndex(of: type) }
        if let opened { unseen.remove(at: opened) }
        if followsReturn, opened == nil, end > start || terminator == Byte.lineFeed {
            stage = .unproven
            return
        }
        start = position
        followsReturn = terminator == Byte.carriageReturn
        if !followsReturn {
            lineFeeds += 1
        } else if unseen.isEmpty, lineFeeds > 0, abs(position - origin - declaredEnd) <= 2 {
            stage = .complete
        }
    }
}
