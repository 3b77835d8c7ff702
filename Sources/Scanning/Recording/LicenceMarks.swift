/// Which bytes of what a scanner sent are a licence's structure, the same on every card of an issuer's: the header with
/// its directory, the names of subfiles and the identifiers of elements. Everything else may be a person's.
///
/// It goes by the text alone, since what is recorded is mostly what the decoder can't read. Where no header is found it
/// believes in identifiers only if several lines begin with different ones: a first name may be `DAN`.
struct LicenceMarks {
    /// In order, without overlaps.
    private(set) var kept: [Range<Int>] = []
    private(set) var hasHeader = false
    private let bytes: [UInt8]
    private static let fewestIdentifiers = 5

    init(in bytes: [UInt8]) {
        self.bytes = bytes
        let lines = lineStarts
        hasHeader = bytes.indices.contains { header(at: $0) != nil }
        let identifiers = Set(
            lines.filter { isElement(at: $0) && bytes[$0].capital == UInt8(ascii: "D") }
                .map { Array(bytes[$0..<$0 + 3]) })
        let hasElements = hasHeader || identifiers.count >= Self.fewestIdentifiers
        let isStripe = bytes.indices.contains { stripeIssuer(at: $0) != nil }
        let starts = Set(lines)
        var index = 0
        while index < bytes.count {
            let isStart = starts.contains(index)
            let mark =
                header(at: index) ?? (isStart ? symbology(at: index) : nil)
                ?? (isStart && hasElements ? lineHead(at: index) : nil)
                ?? (isStripe ? stripeIssuer(at: index) ?? track(at: index) : nil)
            if let mark { kept.append(mark) }
            index = mark?.upperBound ?? index + 1
        }
    }

    private var lineStarts: [Int] {
        bytes.indices.filter { ($0 == 0 || bytes[$0 - 1] < 0x20) && bytes[$0] >= 0x20 }
    }

    /// File type, numbers, directory, and what the first subfile begins with.
    private func header(at start: Int) -> Range<Int>? {
        guard start == 0 || !bytes[start - 1].isASCIILetter else { return nil }
        var end = start
        if holds("ANSI", at: start) {
            end += 4
            if end < bytes.count, bytes[end] <= 0x20 { end += 1 }
        } else if holds("AAMVA", at: start) {
            end += 5
        } else {
            return nil
        }
        let numbers = bytes[end...].prefix(12).prefix(while: \.isASCIIDigit).count
        guard numbers >= 6 else { return nil }
        end += numbers
        while let entry = directoryEntry(at: end) { end = entry }
        return start..<(lineHead(at: end)?.upperBound ?? end)
    }

    /// Behind two letters and eight digits, with at most a blank before them.
    private func directoryEntry(at start: Int) -> Int? {
        let first = start < bytes.count && bytes[start] <= 0x20 ? start + 1 : start
        guard first + 10 <= bytes.count, bytes[first..<first + 2].allSatisfy(\.isASCIILetter),
            bytes[first + 2..<first + 10].allSatisfy(\.isASCIIDigit)
        else { return nil }
        return first + 10
    }

    /// A subfile's name with its first element's identifier, or an identifier.
    private func lineHead(at start: Int) -> Range<Int>? {
        if isSubfile(at: start), isElement(at: start + 2) { return start..<start + 5 }
        return isElement(at: start) ? start..<start + 3 : nil
    }

    private func isSubfile(at start: Int) -> Bool {
        if ["DL", "ID", "EN"].contains(where: { holds($0, at: start) }) { return true }
        // ZO is the subfile before ZOA, and the element's own letters before anything else.
        return start + 4 <= bytes.count && isElement(at: start)
            && holds(bytes[start..<start + 2], at: start + 2)
    }

    private func isElement(at start: Int) -> Bool {
        guard start + 3 <= bytes.count, bytes[start..<start + 3].allSatisfy(\.isASCIILetter) else {
            return false
        }
        switch bytes[start].capital {
        case UInt8(ascii: "D"):
            return (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(bytes[start + 1].capital)
        case UInt8(ascii: "Z"): return true
        default: return false
        }
    }

    /// An AIM identifier such as `]L2`.
    private func symbology(at start: Int) -> Range<Int>? {
        var identifier = AIMIdentifier()
        for byte in bytes[start...].prefix(3) where !identifier.isComplete {
            guard identifier.take(byte) else { return nil }
        }
        return identifier.isComplete ? start..<start + 3 : nil
    }

    /// The issuer's number on a stripe's second track: all of them begin with 636 or 604, as no bank's does.
    private func stripeIssuer(at start: Int) -> Range<Int>? {
        guard holds(";636", at: start) || holds(";604", at: start), start + 7 <= bytes.count else {
            return nil
        }
        return bytes[start + 1..<start + 7].allSatisfy(\.isASCIIDigit) ? start + 1..<start + 7 : nil
    }

    /// The two characters behind a stripe's `%`: the province, or the third track's version and format.
    private func track(at start: Int) -> Range<Int>? {
        holds("%", at: start) && start + 3 <= bytes.count ? start + 1..<start + 3 : nil
    }

    /// In capital letters or small ones: Caps Lock may have turned them.
    private func holds(_ text: StaticString, at start: Int) -> Bool {
        holds(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), at: start)
    }

    private func holds(_ text: some Collection<UInt8>, at start: Int) -> Bool {
        start + text.count <= bytes.count
            && zip(bytes[start...], text).allSatisfy { $0.capital == $1.capital }
    }
}

extension UInt8 {
    fileprivate var capital: UInt8 { isASCIILetter ? self & 0xDF : self }
}
