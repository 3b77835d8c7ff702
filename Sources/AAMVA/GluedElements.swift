/// Finds where elements begin whose separators were lost, by known identifiers and by the form of their values.
///
/// Each line that may hold several elements is split in every way in which all parts fit. The directory's length, which
/// counts the separators that are gone, decides among them where it can.
struct GluedElements {
    /// Where elements begin within a line, in order.
    private(set) var places: [Int] = []
    /// The directory's length agrees with this reading.
    private(set) var isConfirmed = false
    /// Elements that hold another one, although by the directory no byte is missing: a separator was overwritten.
    private(set) var doubted: [Element] = []

    /// - Throws: `ambiguous` where two readings fit equally well.
    init(_ reader: RecordReader) throws(DecodeError) {
        let version = reader.heading.header.version
        var splitters: [ElementSplitter] = []
        for element in reader.elements where !element.subfile.isJurisdictionSpecific {
            guard let definition = ElementDefinition.of(element.id, version: version) else { continue }
            let candidates = Self.candidates(reader, in: element.value, version: version)
            guard !candidates.isEmpty else { continue }
            splitters.append(ElementSplitter(reader.bytes, element, definition, candidates))
        }
        let lost = Self.lostSeparators(reader)
        let evident = splitters.filter(\.isEvident)
        // Blanks in place of separators keep the length, but not the lines.
        if lost == 0, !splitters.contains(where: \.holdsMany) {
            doubted = splitters.filter(\.holdsExpected).map(\.element)
            return
        }
        if evident.isEmpty, lost == 1 {
            places = Self.onlySplit(splitters)
        } else {
            for var splitter in evident {
                places += try splitter.best(lost: evident.count == 1 ? lost : nil)
            }
        }
        isConfirmed = lost == places.count
    }

    /// Known identifiers within a value that stand at no line's start.
    private static func candidates(
        _ reader: RecordReader, in value: Range<Int>, version: Int?
    ) -> [ElementSplitter.Candidate] {
        guard value.count >= 3 else { return [] }
        let bytes = reader.bytes.span
        var candidates: [ElementSplitter.Candidate] = []
        for place in value.lowerBound...value.upperBound - 3 where bytes[place] == UInt8(ascii: "D") {
            let id = ElementID(bytes[place], bytes[place + 1], bytes[place + 2])
            guard !reader.seen.contains(id), let definition = ElementDefinition.of(id, version: version),
                definition.versions.contains(min(version ?? 11, 11))
            else { continue }
            candidates.append(ElementSplitter.Candidate(place: place, definition: definition))
        }
        return candidates
    }

    /// How many separators the last main subfile lacks of its declared length; `nil` where that can't be.
    private static func lostSeparators(_ reader: RecordReader) -> Int? {
        let main = reader.subfiles.last { !$0.type.isJurisdictionSpecific }
        guard let main, let entry = reader.heading.header.directory.first(where: { $0.type == main.type })
        else {
            return nil
        }
        if main.end - main.start == entry.length { return 0 }
        let lost = entry.length - reader.standardLength(of: main.type)
        return lost >= 0 ? lost : nil
    }

    /// The only place where one lost separator can have been.
    private static func onlySplit(_ splitters: [ElementSplitter]) -> [Int] {
        let places = splitters.flatMap(\.singleSplits)
        return places.count == 1 ? places : []
    }
}
