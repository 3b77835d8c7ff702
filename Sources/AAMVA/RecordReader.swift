/// Reads one record's subfiles: lines to elements, wherever the directory says they are.
///
/// A line ends at LF or CR, and at `breaks`, places where a separator was lost. An identifier counts at a line's start only, so that names made of identifiers are safe. Clean cards
/// are the case in which nothing is left over and no finding arises.
struct RecordReader: ~Copyable {
    /// What ended a line.
    enum LineEnd {
        case start, lineFeed, carriageReturn, other, lost, payload
    }

    private(set) var bytes: [UInt8]
    private(set) var heading: Heading
    /// The elements' forms in the record's version.
    let rows: ElementRows
    var elements: [Element] = []
    var findings: [Finding] = []
    var subfiles: [FoundSubfile] = []
    /// The main subfiles' elements so far.
    var seen = ElementSet()
    /// Among them is an uncommon one that holds a suffix or an address's second line.
    private(set) var mayHoldMisplaced = false
    /// A value holds an identifier that a byte foreign to it parts from what stands before.
    private(set) var mayHoldSuspected = false
    /// The main subfiles' first birth, issue and expiry dates.
    var dates = CardDates()
    /// Elements are separated by LF, so a CR is a segment terminator.
    private(set) var isLineFed = false
    private(set) var previous = LineEnd.start
    /// Elements begin within lines.
    private(set) var hasLostSeparators = false
    /// Where a separator first differed from the standard's.
    private(set) var oddSeparator: Int?
    var type = SubfileType.driverLicense
    /// The last main subfile's type, for its elements that come behind another subfile.
    var mainType = SubfileType.driverLicense
    /// The bytes behind the record's end begin here.
    var trailing: Int?
    /// Where a line without content began.
    private var emptyLine: Int?
    /// The current line holds nothing, or nothing of the record's.
    var isIgnored = false
    /// The first control byte of the current line.
    private var control: Int?
    /// Whether a value may hold a social security number behind its own.
    var hidesNumber = false

    /// No fewer than most cards have, and no more than memory is at hand for without a search: `malloc` keeps blocks of
    /// up to 1,032 bytes ready.
    private static let usualCount = 40

    @inline(__always)
    init(_ bytes: [UInt8], heading: Heading) {
        self.bytes = bytes
        rows = heading.header.version ?? 2 <= 1 ? .early : .shared
        self.heading = heading
    }

    /// Takes the record out of the reader, which is of no use then: nothing is copied, and nothing counted.
    mutating func takeResult() -> Record {
        var bytes: [UInt8] = []
        var elements: [Element] = []
        var findings: [Finding] = []
        var header = Header.empty
        swap(&bytes, &self.bytes)
        swap(&elements, &self.elements)
        swap(&findings, &self.findings)
        swap(&header, &heading.header)
        if !heading.findings.isEmpty { findings = heading.findings + findings }
        return Record(layout: .aamva(header), bytes: bytes, elements: elements, findings: findings)
    }

    /// - Parameter span: the record's bytes.
    mutating func read(_ span: Span<UInt8>, breaks: [Int] = []) {
        hasLostSeparators = !breaks.isEmpty
        elements.reserveCapacity(Self.usualCount)
        subfiles.reserveCapacity(4)
        var start = heading.dataStart
        for end in breaks {
            read(span, from: start, to: end)
            start = end
        }
        read(span, from: start, to: span.count)
        if let oddSeparator { findings.append(.mended(.separators, at: oddSeparator)) }
        if let trailing { findings.append(.mended(.trailingBytes, at: trailing)) }
    }

    private mutating func read(_ bytes: Span<UInt8>, from first: Int, to limit: Int) {
        var start = first
        while trailing == nil {
            start = takePlainLines(bytes, from: start, to: limit)
            guard let end = endOfLine(bytes, from: start, to: limit) else {
                if start < limit {
                    endLine(bytes, start..<limit, with: limit < bytes.count ? .lost : .payload)
                }
                return
            }
            endLine(
                bytes, start..<end, with: bytes[end] == Byte.lineFeed ? .lineFeed : .carriageReturn)
            start = end + 1
        }
    }

    /// The line's LF or CR, and on the way to it the first control byte.
    private mutating func endOfLine(_ bytes: Span<UInt8>, from start: Int, to limit: Int) -> Int? {
        var index = bytes.endOfPrintable(from: start, to: limit)
        while index < limit {
            if bytes[index].isLineEnd { return index }
            control = control ?? index
            index = bytes.endOfPrintable(from: index + 1, to: limit)
        }
        return nil
    }

    // MARK: Lines

    private mutating func endLine(_ bytes: Span<UInt8>, _ line: Range<Int>, with end: LineEnd) {
        if line.isEmpty {
            endEmptyLine(at: line.upperBound, with: end)
            return
        }
        if !takeElement(bytes, line) { takeOther(bytes, line) }
        control = nil
        guard !isIgnored else {
            isIgnored = false
            return
        }
        if previous == .start || elements.count <= 1, end == .lineFeed { isLineFed = true }
        previous = end
        guard !subfiles.isEmpty else { return }
        let hasTerminator = end != .lost && end != .payload
        subfiles[subfiles.count - 1].end = line.upperBound + (hasTerminator ? 1 : 0)
        subfiles[subfiles.count - 1].isClosed = end == .carriageReturn && isLineFed
    }

    private mutating func endEmptyLine(at index: Int, with end: LineEnd) {
        control = nil
        if end == .carriageReturn, isLineFed, previous == .lineFeed, !subfiles.isEmpty {
            subfiles[subfiles.count - 1].end = index + 1
            subfiles[subfiles.count - 1].isClosed = true
        }
        // `.other` is what a CR and the LF behind it made.
        if end == .lineFeed, previous == .lineFeed || previous == .other { noteEmptyLine(at: index) }
        if previous != .start { previous = previous == .carriageReturn && end == .lineFeed ? .other : end }
    }

    /// Takes what nearly all lines are, as many as there are in a row: a known identifier that wasn't seen yet and a value
    /// beyond doubt, behind a line feed, within a main subfile that has begun, up to the CR that closes it.
    ///
    /// - Returns: where the first other line begins.
    private mutating func takePlainLines(_ bytes: Span<UInt8>, from first: Int, to limit: Int) -> Int {
        guard previous == .lineFeed, control == nil, emptyLine == nil, !elements.isEmpty, !subfiles.isEmpty,
            !type.isJurisdictionSpecific
        else { return first }
        var next = first
        // One step for all of them, as `append` would ask for each whether the list is shared.
        var elements: [Element] = []
        swap(&elements, &self.elements)
        elements.append(addingCapacity: elements.capacity - elements.count) { elements in
            var start = first
            while !elements.isFull {
                let end = bytes.endOfPrintable(from: start, to: limit)
                guard end < limit, end &- start >= 3, bytes[end].isLineEnd else { break }
                let id = bytes.element(inFourAt: start)
                let value = start &+ 3..<end
                guard let form = rows[id], form.admits(bytes, value), seen.insert(id) else { break }
                if form.isNoted { note(bytes, id, value, form) }
                elements.append(Element(id: id, subfile: type, value: value))
                start = end + 1
                if bytes[end] == Byte.carriageReturn {
                    previous = .carriageReturn
                    break
                }
            }
            next = start
        }
        swap(&elements, &self.elements)
        guard next > first else { return first }
        subfiles[subfiles.count - 1].end = next
        subfiles[subfiles.count - 1].isClosed = previous == .carriageReturn && isLineFed
        return next
    }

    /// A known identifier, within a subfile that has begun.
    private mutating func takeElement(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        let start = line.lowerBound
        guard line.count >= 3, !subfiles.isEmpty else { return false }
        let id = bytes.element(at: start)
        guard let form = rows[id] else { return false }
        append(bytes, id, form, start + 3..<line.upperBound)
        return true
    }

    /// Adds an element of the current subfile, or of the last main one where this is a jurisdiction's.
    mutating func append(
        _ bytes: Span<UInt8>, _ id: ElementID, _ form: ElementRows.Form?, _ value: Range<Int>
    ) {
        if type.isJurisdictionSpecific { resumeMain(at: value.lowerBound - 3) }
        if previous != .lineFeed, previous != .start { noteSeparator(at: value.lowerBound - 3) }
        if let place = emptyLine, let last = elements.last {
            findings.append(.doubtful(last.id, .separators, at: place))
            emptyLine = nil
        }
        add(bytes, Element(id: id, subfile: type, value: value), form)
    }

    /// A line holds nothing: where another follows, a separator may have overwritten the last value's end.
    mutating func noteEmptyLine(at place: Int) {
        emptyLine = emptyLine ?? place
    }

    /// A separator other than the standard's stands before `place`.
    mutating func noteSeparator(at place: Int) {
        oddSeparator = oddSeparator ?? place
    }

    /// Adds an element whose place and separator are beyond doubt.
    mutating func add(_ bytes: Span<UInt8>, _ element: Element, _ form: ElementRows.Form?) {
        if control != nil, !element.subfile.isJurisdictionSpecific { judgeControls(bytes, of: element) }
        if let form { judge(bytes, element, form) }
        elements.append(element)
    }

    /// Letters above ASCII are a name's accents, by UTF-8 or ISO 8859-1; anything else is damage.
    private mutating func judgeControls(_ bytes: Span<UInt8>, of element: Element) {
        if let place = bytes.firstDamage(in: element.value) {
            findings.append(.doubtful(element.id, .controlCharacters, at: place))
        }
    }

    /// A value of another form than its element's is damaged, holds another element, or is a torn name that looks like an
    /// identifier; and each element comes once.
    @inline(__always)
    private mutating func judge(_ bytes: Span<UInt8>, _ element: Element, _ form: ElementRows.Form) {
        if !form.admits(bytes, element.value) { judgeForm(bytes, of: element, form) }
        if form.isNoted { note(bytes, element.id, element.value, form) }
        if !seen.insert(element.id) { judgeRepetition(bytes, of: element) }
    }

    private mutating func judgeForm(
        _ bytes: Span<UInt8>, of element: Element, _ form: ElementRows.Form
    ) {
        let width = Int(form.width)
        if bytes.hiddenNumber(in: element.value) != nil { hidesNumber = true }
        let isTooLong = element.value.count > width && bytes.trimmed(element.value).count > width
        if isTooLong || ElementDefinition.isForeign(bytes, element.value, to: form.kind) {
            findings.append(.doubtful(element.id, .valueForm, at: element.value.lowerBound))
        }
        guard form.mayHoldSuspected, !mayHoldSuspected, bytes.mayHoldElement(element.value) else {
            return
        }
        ElementDefinition.visitSuspected(bytes, element.value, in: form.kind) { _, _ in
            mayHoldSuspected = true
        }
    }

    /// Keeps a date, and whether an uncommon element holds a suffix or an address's second line.
    private mutating func note(
        _ bytes: Span<UInt8>, _ id: ElementID, _ value: Range<Int>, _ form: ElementRows.Form
    ) {
        if form.kind == .date {
            dates.note(id, bytes, value)
        } else if !bytes.isMark(value) {
            let value = bytes.trimmed(value)
            mayHoldMisplaced =
                mayHoldMisplaced || NameSuffix.isSuffix(bytes.extracting(value))
                || SecondaryAddress.begins(bytes, value)
        }
    }

    /// The same value again, or one of the two blank, leaves no doubt.
    private mutating func judgeRepetition(_ bytes: Span<UInt8>, of element: Element) {
        let new = bytes.trimmed(element.value)
        let place = element.value.lowerBound - 3
        let isHarmless = elements.allSatisfy { earlier in
            guard earlier.id == element.id else { return true }
            let old = bytes.trimmed(earlier.value)
            return old.isEmpty || new.isEmpty || bytes.isEqual(old, new)
        }
        guard !isHarmless else {
            findings.append(.mended(.doubledIdentifier, at: place))
            return
        }
        findings.append(.doubtful(element.id, .doubledIdentifier, at: place))
        // The first or this one may as well be the rest of the value before it, such as a street's name.
        let first = elements.firstIndex { $0.id == element.id } ?? 0
        for last in elements[max(0, first - 1)..<first] + elements.suffix(1) where last.id != element.id {
            findings.append(.doubtful(last.id, .doubledIdentifier, at: place))
        }
    }
}
