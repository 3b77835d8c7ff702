extension RecordReader {
    /// Whether separators may have been lost or replaced: elements that every card has are missing, or the directory
    /// tells of other lengths.
    var needsMending: Bool {
        for id in Self.required where slots[id] == nil { return true }
        for finding in findings {
            switch finding {
            case .lengthMismatch, .missingSubfile: return true
            default: continue
            }
        }
        return (heading.header.version ?? 4) >= 4 && [ElementID.firstName, .country].contains { slots[$0] == nil }
    }

    private static let required: [ElementID] = [
        .number, .birthDate, .expiryDate, .street1, .city, .province, .postalCode, .sex,
    ]

    /// Finds out what separates the elements, and reads once more where that is something else than line ends.
    ///
    /// - Throws: `ambiguous` where separators are lost and two readings fit.
    mutating func mend() throws(DecodeError) {
        let separator = evidentSeparator ?? Byte.lineFeed
        var breaks = lostSubfileBreaks
        if separator != Byte.lineFeed || !breaks.isEmpty { reread(separator: separator, breaks: breaks) }
        let glued = try GluedElements(self)
        for element in glued.doubted {
            findings.append(.doubtful(element.id, .separators, at: element.value.lowerBound - 3))
        }
        guard !glued.places.isEmpty else { return }
        breaks = (breaks + glued.places).sorted()
        reread(separator: separator, breaks: breaks)
        findings.append(.mended(.separatorsLost, at: breaks[0]))
        if !glued.isConfirmed { doubtHolders(of: glued.places) }
    }

    /// Nothing but its form says where a name, an address or a number ends, whose separator is lost.
    private mutating func doubtHolders(of places: [Int]) {
        for element in elements where places.contains(element.value.upperBound) {
            guard ElementDefinition.of(element.id, version: 11)?.kind.isFree == true else { continue }
            findings.append(.doubtful(element.id, .separatorsLost, at: element.value.lowerBound - 3))
        }
    }

    private mutating func reread(separator: UInt8, breaks: [Int]) {
        var fresh = RecordReader(bytes, heading: heading)
        fresh.read(separator: separator, breaks: breaks)
        fresh.confirmDirectory()
        self = fresh
    }

    /// The byte that stands before most known identifiers, where that is neither a line end nor part of a value.
    private var evidentSeparator: UInt8? {
        let span = bytes.span
        var counts = [Int](repeating: 0, count: 256)
        var index = heading.dataStart + 1
        while index + 3 <= span.count {
            let id = ElementID(span[index], span[index + 1], span[index + 2])
            let before = span[index - 1]
            if before != Byte.space, !before.isLetter, !before.isDigit, ElementDefinition.isKnown(id) {
                counts[Int(before)] += 1
            }
            index += 1
        }
        guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] >= 4 else { return nil }
        let separator = UInt8(most)
        return separator.isLineEnd ? nil : separator
    }

    /// Where a jurisdiction's subfile, named in the directory, begins within a line: its two letters twice.
    private var lostSubfileBreaks: [Int] {
        let span = bytes.span
        return unseenTypes.filter(\.isJurisdictionSpecific).compactMap { type in
            var index = heading.dataStart
            while index + 5 <= span.count {
                if SubfileType(span[index], span[index + 1]) == type,
                    SubfileType(span[index + 2], span[index + 3]) == type, span[index + 4].isUppercase
                {
                    return index
                }
                index += 1
            }
            return nil
        }.sorted()
    }
}
