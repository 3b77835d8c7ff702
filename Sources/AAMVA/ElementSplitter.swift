/// Splits one line that may hold several elements, in every way in which all parts fit their elements' forms.
struct ElementSplitter {
    /// A known identifier within the line.
    struct Candidate {
        let place: Int
        let definition: ElementDefinition
    }

    let element: Element
    private let bytes: [UInt8]
    private let definition: ElementDefinition
    private let candidates: [Candidate]
    /// The identifiers within the value that nearly every card has, and this one hasn't.
    let expected: [Candidate]
    /// The others with what could be their element's value behind them.
    let rare: [Candidate]
    /// Whether the line is a whole record's rather than an element's.
    let holdsMany: Bool
    /// What the candidates from each index on could add to a reading's score.
    private let rest: [Int]
    /// The readings that fit and come near the best: indices of candidates.
    private var readings: [[Int]] = []
    private var bestScore = 0
    private var steps = 0

    /// More readings or steps than these are never a card's.
    private static let mostReadings = 64
    private static let mostSteps = 20_000
    /// Elements that nearly every card has count for more than all others together.
    private static let expectedScore = 100
    /// How far below the best a reading can be and still rival it: by an element that cards may lack.
    private static let margin = 1

    init(
        _ bytes: [UInt8], _ element: Element, _ definition: ElementDefinition, _ candidates: [Candidate]
    ) {
        self.bytes = bytes
        self.element = element
        self.definition = definition
        expected = candidates.filter { $0.definition.isExpected }
        rare = candidates.filter { candidate in
            !candidate.definition.isExpected
                && candidate.definition.fits(bytes.span, candidate.place + 3..<element.value.upperBound)
        }
        let holdsMany = expected.count >= 8
        self.holdsMany = holdsMany
        self.candidates = candidates.filter { candidate in
            holdsMany || !definition.kind.isFree || !candidate.definition.mayBeOmitted
        }
        var rest = [0]
        for candidate in self.candidates.reversed() {
            rest.append(rest[rest.count - 1] + Self.score(candidate))
        }
        self.rest = rest.reversed()
    }

    private static func score(_ candidate: Candidate) -> Int {
        candidate.definition.isExpected ? expectedScore : 1
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

    /// The places of the best reading; empty where none fits.
    ///
    /// - Parameter lost: how many separators the directory says are missing.
    mutating func best(lost: Int?) throws(DecodeError) -> [Int] {
        search(from: 0, definition, start: element.value.lowerBound, path: [], score: 0)
        guard readings.count <= Self.mostReadings, steps <= Self.mostSteps else {
            throw .ambiguous(element: element.id)
        }
        let near = readings.filter { score($0) >= bestScore - Self.margin }
        // The last separator may be LF and CR, which the directory counts as two bytes.
        let agreeing = lost.map { lost in near.filter { $0.count == lost || $0.count + 1 == lost } } ?? []
        let choice = agreeing.isEmpty ? near : agreeing
        guard let best = choice.max(by: { score($0) < score($1) }) else { return [] }
        for other in choice where other != best && rivals(other, best) {
            throw .ambiguous(element: difference(other, best))
        }
        return places(best)
    }

    private mutating func search(
        from index: Int, _ definition: ElementDefinition, start: Int, path: [Int], score: Int
    ) {
        steps += 1
        guard steps <= Self.mostSteps, readings.count <= Self.mostReadings else { return }
        guard score + rest[index] >= bestScore - Self.margin else { return }
        guard index < candidates.count else {
            guard definition.fits(bytes.span, start..<element.value.upperBound) else { return }
            readings.append(path)
            bestScore = max(bestScore, score)
            return
        }
        let candidate = candidates[index]
        guard candidate.place >= start else {
            return search(from: index + 1, definition, start: start, path: path, score: score)
        }
        let isNew = !path.contains { candidates[$0].definition.id == candidate.definition.id }
        if isNew, definition.fits(bytes.span, start..<candidate.place) {
            search(
                from: index + 1, candidate.definition, start: candidate.place + 3, path: path + [index],
                score: score + Self.score(candidate))
        }
        if definition.mayBegin(bytes.span, start..<candidate.place + 3) {
            search(from: index + 1, definition, start: start, path: path, score: score)
        }
    }

    private func places(_ reading: [Int]) -> [Int] { reading.map { candidates[$0].place } }

    private func score(_ reading: [Int]) -> Int {
        reading.reduce(0) { $0 + Self.score(candidates[$1]) }
    }

    /// Whether `other` is as good as the best: the same score, or only short of an element that cards may lack and
    /// that would then be part of a name or a number.
    private func rivals(_ other: [Int], _ best: [Int]) -> Bool {
        if score(other) == score(best) { return true }
        guard other.count + 1 == best.count, let dropped = best.first(where: { !other.contains($0) }),
            best.filter({ $0 != dropped }) == other, !candidates[dropped].definition.isExpected
        else { return false }
        let holder = other.last { $0 < dropped }.map { candidates[$0].definition } ?? definition
        return holder.kind == .name || holder.kind == .number
    }

    /// The first element in which two readings part.
    private func difference(_ left: [Int], _ right: [Int]) -> ElementID? {
        let index = left.first { !right.contains($0) } ?? right.first { !left.contains($0) }
        return index.map { candidates[$0].definition.id }
    }
}

extension ElementDefinition {
    /// Whether nearly every card of some version has the element.
    var isExpected: Bool { Self.expected.contains(id) }

    /// Whether many cards lack the element, so that its absence is no sign that a text which spells it holds it.
    var mayBeOmitted: Bool { !isExpected || Self.omissible.contains(id) }

    private static let omissible: Set<ElementID> = [
        .middleName, .eyeColor, ElementID("DAR"), ElementID("DAS"), ElementID("DAT"),
    ]
    private static let expected: Set<ElementID> = [
        .fullName, .firstName, .middleName, .street1, .city, .province, .postalCode, .number, .height,
        .eyeColor,
        .expiryDate, .birthDate, .sex, .issueDate, .documentDiscriminator, .country, .familyName, .givenNames,
        .familyNameTruncation, .firstNameTruncation, .middleNameTruncation, ElementID("DCA"),
        ElementID("DCB"),
        ElementID("DCD"), ElementID("DAR"), ElementID("DAS"), ElementID("DAT"),
    ]
}
