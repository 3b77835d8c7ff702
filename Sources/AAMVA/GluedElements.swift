/// Finds where elements begin whose separators were lost, by known identifiers and by the form of their values.
///
/// Each line that holds several elements beyond doubt is split in every way in which all parts fit. The directory's
/// length, which counts the separators that are gone, decides among them where it can. A value that fits its own element
/// is never split: real directories err by a byte or two, so a length says nothing of a name made of identifiers.
struct GluedElements {
    /// Where elements begin within a line, in order.
    private(set) var places: [Int] = []
    /// The directory's length agrees with this reading.
    private(set) var isConfirmed = false
    /// The elements in which another reading differs.
    private(set) var contested: Set<ElementID> = []
    /// Elements with lines of their own, within which another one's identifier stands that the record lacks; and those
    /// others. Each with its identifier's place.
    private(set) var doubted: [(id: ElementID, place: Int)] = []
    /// Most elements stand on lines of their own.
    let isLined: Bool

    /// - Parameter gap: how many blanks stand for a separator; 0 where separators are lost.
    /// - Throws: `ambiguous` where two readings fit equally well.
    init(_ reader: borrowing RecordReader, gap: Int) throws(DecodeError) {
        let version = reader.version
        var splitters: [ElementSplitter] = []
        for element in reader.elements where !element.subfile.isJurisdictionSpecific {
            guard let definition = ElementDefinition.of(element.id, version: version) else { continue }
            let candidates = Self.candidates(reader, in: element, version: version, gap: gap)
            guard !candidates.isEmpty else { continue }
            splitters.append(ElementSplitter(reader.bytes, element, definition, candidates, gap: gap))
        }
        let lost = Self.lostSeparators(reader)
        let evident = splitters.filter(\.isEvident)
        isLined = !splitters.contains(where: \.holdsMany)
        // A separator that was overwritten keeps the length, and so do blanks in place of all, but not the lines.
        let isOverwritten = isLined && lost == 0
        doubt(isOverwritten ? splitters : splitters.filter { !$0.isEvident }, lost: lost)
        if isOverwritten { return }
        for var splitter in evident {
            let found = try splitter.best(lost: evident.count == 1 ? lost : nil)
            if found.isEmpty { doubt([splitter], lost: lost) }
            places += found
            contested.formUnion(splitter.contested)
        }
        isConfirmed = lost == places.count
    }

    /// Notes lines that may hold other elements, and those.
    private mutating func doubt(_ splitters: [ElementSplitter], lost: Int?) {
        for splitter in splitters {
            let isOdd = splitter.isForeign || splitter.isEvident
            let held = splitter.expected + (lost ?? 0 > 0 || isOdd ? splitter.rare : [])
            guard !held.isEmpty else { continue }
            doubted.append((splitter.element.id, splitter.element.value.lowerBound - 3))
            doubted += held.map { ($0.definition.id, $0.place) }
        }
    }

    /// Known identifiers within a value that stand at no line's start, and that the record may still have.
    private static func candidates(
        _ reader: borrowing RecordReader, in element: Element, version: Int?, gap: Int
    ) -> [ElementSplitter.Candidate] {
        let value = element.value
        guard value.count >= 3 else { return [] }
        let bytes = reader.bytes.span
        var known = reader.seen
        known.insert(element.id)
        var candidates: [ElementSplitter.Candidate] = []
        for place in value.lowerBound...value.upperBound - 3
        where bytes[place] == UInt8(ascii: "D") || bytes[place] == UInt8(ascii: "P") {
            guard (place - gap..<place).allSatisfy({ bytes[$0] == Byte.space }) else { continue }
            let id = ElementID(bytes[place], bytes[place + 1], bytes[place + 2])
            guard !reader.seen.contains(id), let definition = ElementDefinition.of(id, version: version),
                definition.versions.contains(min(version ?? 11, 11))
            else { continue }
            candidates.append(ElementSplitter.Candidate(place: place, definition: definition))
        }
        let spelled = Set(candidates.map(\.definition.id))
        // Few identification cards have a licence's classes, and they have all.
        if reader.mainType == .identificationCard, !spelled.isSuperset(of: classesBehindFirst) {
            candidates.removeAll { RecordReader.requiredOfLicences.contains($0.definition.id) }
        }
        // Arizona's early cards have the full name and its parts.
        for whole in NameParts.wholes where whole.versions.contains(version ?? 11) {
            if spelled.isSuperset(of: whole.parts) { return candidates }
            if candidates.contains(where: { $0.definition.id == whole.id }) { known.insert(whole.id) }
        }
        return candidates.filter { !NameParts.isReplaced($0.definition.id, known, version: version) }
    }

    private static let classesBehindFirst = [ElementID("DCB"), ElementID("DCD")]

    /// How many separators the last main subfile lacks of its declared length; `nil` where that can't be.
    private static func lostSeparators(_ reader: borrowing RecordReader) -> Int? {
        let main = reader.subfiles.last { !$0.type.isJurisdictionSpecific }
        guard let main, let entry = reader.heading.header.directory.first(where: { $0.type == main.type })
        else {
            return nil
        }
        if main.end - main.start == entry.length { return 0 }
        let lost = entry.length - reader.standardLength(of: main.type)
        return lost >= 0 ? lost : nil
    }
}
