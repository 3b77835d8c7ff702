/// Splits one line that may hold several elements, in every way in which all parts fit their elements' forms.
struct ElementSplitter {
    /// A known identifier within the line.
    struct Candidate {
        let place: Int
        let definition: ElementDefinition

        /// Whether this identifier's letters are others' with `NONE` behind them, as DCN is in `DDCNONE`.
        func overlapsSentinel(of other: Candidate, in bytes: Span<UInt8>) -> Bool {
            place > other.place && place < other.place + 3 && bytes.spells("NONE", at: other.place + 3)
        }
    }

    /// One way to split the line: indices of candidates, and what speaks for it.
    private struct Reading: Comparable {
        var path: [Int] = []
        /// By the elements that it holds.
        var presence = 0
        /// By the form of their values, and by what follows what: decides between equals.
        var form = 0

        static func < (left: Reading, right: Reading) -> Bool {
            (left.presence, left.form, left.path.count) < (right.presence, right.form, right.path.count)
        }
    }

    let element: Element
    private let bytes: [UInt8]
    private let definition: ElementDefinition
    private let candidates: [Candidate]
    /// How many blanks separate the elements: none where separators are lost.
    private let gap: Int
    /// The identifiers within the value that nearly every card has, and this one hasn't.
    let expected: [Candidate]
    /// The others with what could be their element's value behind them.
    let rare: [Candidate]
    /// Whether the line is a whole record's rather than an element's.
    let holdsMany: Bool
    /// What the candidates from each index on could add to a reading's score.
    private let rest: [Int]
    /// The readings that fit and come near the best.
    private var readings: [Reading] = []
    private var bestPresence = 0
    /// The elements that another reading which fits has elsewhere or not at all, or with another value.
    private(set) var contested: Set<ElementID> = []
    private var steps = 0

    /// More readings or steps than these are never a card's.
    private static let mostReadings = 64
    private static let mostSteps = 20_000
    /// How far below the best a reading can be and still rival it: by an element that cards may lack.
    private static let margin = 1

    init(
        _ bytes: [UInt8], _ element: Element, _ definition: ElementDefinition, _ candidates: [Candidate],
        gap: Int
    ) {
        self.gap = gap
        self.bytes = bytes
        self.element = element
        self.definition = definition
        let span = bytes.span
        let expected = candidates.filter { $0.definition.isExpected }
        self.expected = expected.filter { candidate in
            let start = candidate.place + 3
            let ends = candidates.map(\.place).filter { $0 > start } + [element.value.upperBound]
            // An empty element may end the value, with the word before it going on into its identifier.
            if start == element.value.upperBound, candidate.place > element.value.lowerBound,
                span[candidate.place - 1] != Byte.space
            {
                return candidate.definition.fits(span, start..<start)
            }
            return ends.contains { end in
                start < end && !span.trimmed(start..<end).isEmpty
                    && candidate.definition.fits(span, start..<end)
            }
        }
        rare = candidates.filter { candidate in
            !candidate.definition.isExpected
                && candidate.definition.fits(bytes.span, candidate.place + 3..<element.value.upperBound)
        }
        let holdsMany = expected.count >= 8
        self.holdsMany = holdsMany
        self.candidates = candidates.filter { candidate in
            (holdsMany || !definition.kind.isFree || !candidate.definition.mayBeOmitted)
                && !candidates.contains { candidate.overlapsSentinel(of: $0, in: bytes.span) }
        }
        var rest = [0]
        for candidate in self.candidates.reversed() {
            rest.append(rest[rest.count - 1] + candidate.definition.presence)
        }
        self.rest = rest.reversed()
    }

    /// Whether the line holds more than its own element beyond doubt: its value has not the element's form, or another
    /// element whose form no text has by chance stands in it, such as a date.
    var isEvident: Bool {
        let bytes = bytes.span
        if !definition.fits(bytes, element.value) { return true }
        return candidates.indices.contains { index in
            let candidate = candidates[index]
            guard candidate.definition.kind.isTelling else { return false }
            let start = candidate.place + 3
            let end =
                candidates[(index + 1)...].first { $0.place >= start }?.place ?? element.value.upperBound
            return !bytes.trimmed(start..<end).isEmpty && candidate.definition.fits(bytes, start..<end)
        }
    }

    /// Whether the value on its line can't be its element's.
    var isForeign: Bool { ElementDefinition.isForeign(bytes.span, element.value, to: definition.kind) }

    /// The places of the best reading; empty where none fits.
    ///
    /// - Parameter lost: how many separators the directory says are missing.
    mutating func best(lost: Int?) throws(DecodeError) -> [Int] {
        search(from: 0, definition, start: element.value.lowerBound, Reading())
        guard readings.count <= Self.mostReadings, steps <= Self.mostSteps else {
            throw .ambiguous(element: element.id)
        }
        let near = readings.filter { $0.presence >= bestPresence - Self.margin }
        // The last separator may be LF and CR, which the directory counts as two bytes.
        let agreeing =
            lost.map { lost in near.filter { $0.path.count == lost || $0.path.count + 1 == lost } } ?? []
        let choice = agreeing.isEmpty ? near : agreeing
        guard let best = choice.max(by: { $0 < $1 }) else {
            return []
        }
        for other in choice where other != best && rivals(other, best) {
            throw .ambiguous(element: difference(other.path, best.path))
        }
        // That the directory's length or the form of values speaks against a reading doesn't rule it out.
        for other in near { contest(other.path, best.path) }
        if best.path.count == lost, near.contains(where: { isLonger($0.path, best.path) }) {
            contestGlued(best.path)
        }
        contestTorn(best.path)
        contestHeld(best.path)
        return best.path.map { candidates[$0].place }
    }

    private mutating func search(
        from index: Int, _ definition: ElementDefinition, start: Int, _ reading: Reading
    ) {
        steps += 1
        guard steps <= Self.mostSteps, readings.count <= Self.mostReadings else { return }
        guard reading.presence + rest[index] >= bestPresence - Self.margin else { return }
        guard index < candidates.count else {
            guard let reading = closing(definition, start..<element.value.upperBound, reading) else { return }
            readings.append(reading)
            bestPresence = max(bestPresence, reading.presence)
            return
        }
        let candidate = candidates[index]
        guard candidate.place - gap >= start else {
            return search(from: index + 1, definition, start: start, reading)
        }
        let isNew = !reading.path.contains { candidates[$0].definition.id == candidate.definition.id }
        if isNew, var reading = closing(definition, start..<candidate.place - gap, reading) {
            reading.path.append(index)
            let isWord = endsWord(index, from: start)
            reading.presence += isWord ? 0 : candidate.definition.presence
            if isWord { reading.form -= Self.wordScore }
            if definition.isFollowed(by: candidate.definition.id) { reading.form += Self.orderScore }
            search(from: index + 1, candidate.definition, start: candidate.place + 3, reading)
        }
        if definition.mayBegin(bytes.span, start..<candidate.place + 3) {
            search(from: index + 1, definition, start: start, reading)
        }
    }

    /// The reading with an element's whole value; `nil` where the value can't be the element's.
    private func closing(
        _ definition: ElementDefinition, _ value: Range<Int>, _ reading: Reading
    ) -> Reading? {
        let bytes = bytes.span
        guard definition.fits(bytes, value) else { return nil }
        var reading = reading
        switch definition.kind {
        case .letters: reading.form += ColorCode.isListed(bytes, value) ? 1 : 0
        case .name, .place, .text, .number: reading.form += isWholeText(bytes, value) ? 1 : 0
        default: break
        }
        return reading
    }

    /// What stands between two elements that follow each other on nearly every card counts for less than their order.
    private static let orderScore = 2
    /// A known name outweighs what an empty element at its end can have for it: its neighbour's order.
    private static let wordScore = orderScore + 1

    /// Whether an empty element's identifier ends a known name in the value from `start` on.
    private func endsWord(_ index: Int, from start: Int) -> Bool {
        isGluedEmpty(index, from: start) && NameWords.end(bytes.span, start..<candidates[index].place + 3)
    }

    /// Whether an identifier stands right behind a letter, and the next one or the line's end right behind it.
    private func isGluedEmpty(_ index: Int, from start: Int) -> Bool {
        let place = candidates[index].place
        guard gap == 0, place > start, bytes[place - 1].isLetter else { return false }
        return place + 3 == element.value.upperBound
            || candidates[(index + 1)...].contains { $0.place == place + 3 }
    }

    /// Whether there is text that no single blank ends, as where a word of it is taken for an identifier.
    private func isWholeText(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        guard value.count >= 2, bytes[value.upperBound - 1] == Byte.space else { return !value.isEmpty }
        return bytes[value.upperBound - 2] == Byte.space
    }

    /// Whether `other` is as good as the best: nothing in the values' form speaks against it; or it is only short of
    /// elements that cards may lack and that would then be part of a name or a number.
    private func rivals(_ other: Reading, _ best: Reading) -> Bool {
        let dropped = best.path.filter { !other.path.contains($0) }
        guard let first = dropped.first, other.path.allSatisfy({ best.path.contains($0) }) else {
            return other.form >= best.form
        }
        let isUndecided = dropped.allSatisfy { index in
            let definition = candidates[index].definition
            return definition.kind.isFree && !definition.isExpected
        }
        let holder = other.path.last { $0 < first }.map { candidates[$0].definition } ?? definition
        return isUndecided && holder.isExpected && (holder.kind == .name || holder.kind == .number)
            && other.form + dropped.count >= best.form
    }

    /// Notes where two readings differ: elements that only one of them has, and those whose values hold them in the other.
    private mutating func contest(_ left: [Int], _ right: [Int]) {
        for (path, other) in [(left, right), (right, left)] {
            for (position, index) in path.enumerated() where !other.contains(index) {
                contested.insert(candidates[index].definition.id)
                contested.insert(
                    position > 0 ? candidates[path[position - 1]].definition.id : element.id)
            }
        }
    }

    /// Notes elements before which a single blank stands, or a comma with nothing behind the identifier: it may as well part
    /// two words of the text before it.
    private mutating func contestTorn(_ path: [Int]) {
        var holder = (id: element.id, start: element.value.lowerBound)
        for (position, index) in path.enumerated() {
            let candidate = candidates[index]
            let next =
                position + 1 < path.count ? candidates[path[position + 1]].place : element.value.upperBound
            let isWord =
                bytes[candidate.place - 1] == Byte.comma && candidate.place + 3 == next
                || holder.start < candidate.place && !isWholeText(bytes.span, holder.start..<candidate.place)
            if gap == 0, isWord {
                contested.formUnion([holder.id, candidate.definition.id])
            }
            holder = (candidate.definition.id, candidate.place + 3)
        }
    }

    /// Whether a reading has all that another one has, and one element more.
    private func isLonger(_ path: [Int], _ other: [Int]) -> Bool {
        path.count == other.count + 1 && other.allSatisfy(path.contains)
    }

    /// Notes empty elements that stand right behind a name's letters: where one more is found than the directory has room for,
    /// one of these may as well be the name's end.
    private mutating func contestGlued(_ path: [Int]) {
        var holder = (definition: definition, start: element.value.lowerBound)
        for (position, index) in path.enumerated() {
            let isEmpty =
                position + 1 == path.count
                || candidates[path[position + 1]].place == candidates[index].place + 3
            if isEmpty, holder.definition.kind == .name, isGluedEmpty(index, from: holder.start) {
                contested.formUnion([holder.definition.id, candidates[index].definition.id])
            }
            holder = (candidates[index].definition, candidates[index].place + 3)
        }
    }

    /// Notes elements that a value which is in doubt holds, were it read otherwise.
    private mutating func contestHeld(_ path: [Int]) {
        for index in candidates.indices where !path.contains(index) {
            let holder = path.last { $0 < index }.map { candidates[$0].definition.id } ?? element.id
            if contested.contains(holder) { contested.insert(candidates[index].definition.id) }
        }
    }

    /// The first element in which two readings part.
    private func difference(_ left: [Int], _ right: [Int]) -> ElementID? {
        let index = left.first { !right.contains($0) } ?? right.first { !left.contains($0) }
        return index.map { candidates[$0].definition.id }
    }
}
