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
        case stripe
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
    private var stripe = StripeOutline()
    /// Where the directory begins. Its entries are read there again when they are needed, so that nothing is kept of them.
    private var directory = 0
    /// A bit for each of the directory's entries of which no subfile was seen. A symbol has no room for more than 64.
    private var unseen: UInt64 = 0
    /// A bit for each letter, whatever its case, that begins such an entry's type.
    private var initials: UInt32 = 0
    private var lineFeeds = 0
    private var followsReturn = false

    var isComplete: Bool {
        if case .complete = stage { true } else { false }
    }

    /// Looks at every byte from `position` on, and stops after the record's proven last byte.
    mutating func advance(over payload: [UInt8]) {
        let bytes = payload.span
        if position == 0, RecordStart.isPlain(bytes) {
            position = 9
            start = position
            stage = .digits
        }
        while position < bytes.count {
            switch stage {
            case .marks:
                stepMarks(bytes[position])
                position += 1
            case .digits: advanceDigits(bytes)
            case .directory(let left): advanceDirectory(bytes, left: left)
            case .lines: advanceLines(bytes)
            case .stripe:
                stripe.step(bytes[position])
                recognition = stripe.recognition
                position += 1
                if stripe.isComplete { stage = .complete }
            case .unproven: position = bytes.count
            case .complete: return
            }
        }
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
            stage = .stripe
        } else if byte == Byte.caret, isWord, position >= 4 {
            stripe = StripeOutline(afterCity: position)
            stage = .stripe
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
    private mutating func advanceDigits(_ bytes: Span<UInt8>) {
        position += bytes.digitRun(at: position)
        let count = position - start
        let hasEnded = position < bytes.count
        if count > 5 || count == 5 && hasEnded { recognition = .licence }
        guard hasEnded else { return }
        let entries = count == 12 || count == 10 ? bytes.number(start + count - 2, digits: 2) ?? 0 : 0
        if 1...UInt64.bitWidth ~= entries, bytes[position].isLetter {
            start = position
            directory = position
            stage = .directory(left: entries)
        } else {
            stage = .unproven
        }
        position += 1
    }

    private mutating func advanceDirectory(_ bytes: Span<UInt8>, left: Int) {
        position = min(start + 10, bytes.count)
        guard position == start + 10 else { return }
        guard let designator = bytes.designator(at: start) else {
            stage = .unproven
            return
        }
        unseen |= 1 << UInt64((start - directory) / 10)
        initials |= bytes[start].initial
        declaredEnd = max(declaredEnd, designator.offset + designator.length)
        start = position
        stage = left > 1 ? .directory(left: left - 1) : .lines
    }

    // MARK: Lines

    private mutating func advanceLines(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            if !followsReturn { skipElements(bytes) }
            let end = bytes.endOfPrintable(from: position, to: bytes.count)
            position = min(end + 1, bytes.count)
            guard end < bytes.count, bytes[end].isLineEnd else { continue }
            endLine(bytes, with: bytes[end])
            guard case .lines = stage else { return }
        }
    }

    /// Passes what nearly all lines are: one more element, ended by LF.
    private mutating func skipElements(_ bytes: Span<UInt8>) {
        let initials = initials
        var (start, lineFeeds) = (start, lineFeeds)
        bytes.visitUnprintable(from: position) { end in
            guard bytes[end] == Byte.lineFeed, initials & bytes[start].initial == 0 else { return false }
            start = end &+ 1
            lineFeeds &+= 1
            return true
        }
        if start > self.start { position = start }
        (self.start, self.lineFeeds) = (start, lineFeeds)
    }

    /// Judges the line that ends before `position`: a CR may only stand at the end of a subfile.
    private mutating func endLine(_ bytes: Span<UInt8>, with terminator: UInt8) {
        let end = position - 1
        let opened = unseen != 0 && end - start >= 2 && opensSubfile(bytes)
        if followsReturn, !opened, end > start || terminator == Byte.lineFeed {
            stage = .unproven
            return
        }
        start = position
        followsReturn = terminator == Byte.carriageReturn
        if !followsReturn {
            lineFeeds += 1
        } else if unseen == 0, lineFeeds > 0, abs(position - origin - declaredEnd) <= 2 {
            stage = .complete
        }
    }

    /// Whether the line begins with the type of a subfile that wasn't seen; it is then.
    private mutating func opensSubfile(_ bytes: Span<UInt8>) -> Bool {
        let type = SubfileType(bytes[start].uppercased, bytes[start + 1].uppercased)
        var found: UInt64 = 0
        var others: UInt32 = 0
        var left = unseen
        while left != 0 {
            let entry = directory + 10 * left.trailingZeroBitCount
            let isSame = type == SubfileType(bytes[entry].uppercased, bytes[entry + 1].uppercased)
            if isSame, found == 0 {
                found = left & ~(left &- 1)
            } else {
                others |= bytes[entry].initial
            }
            left &= left &- 1
        }
        guard found != 0 else { return false }
        unseen &= ~found
        initials = others
        return true
    }
}

extension UInt8 {
    /// A bit of its own for each letter, whatever its case.
    fileprivate var initial: UInt32 { 1 << UInt32(self & 0x1F) }
}
