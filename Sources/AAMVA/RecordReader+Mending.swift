extension RecordReader {
    /// Whether separators may have been lost or replaced: elements that every card of the version has are missing, or
    /// the directory tells of other lengths.
    var needsMending: Bool {
        for finding in findings {
            switch finding {
            case .lengthMismatch, .missingSubfile: return true
            default: continue
            }
        }
        let version = heading.header.version ?? 4
        guard seen.isSuperset(of: Self.required), !seen.isDisjoint(with: Self.lastNames) else { return true }
        guard version >= 2 else { return false }
        guard seen.isSuperset(of: Self.requiredFromSecond), !seen.isDisjoint(with: Self.firstNames) else {
            return true
        }
        let hasGivenNames = seen.contains(.givenNames)
        return version >= 4 && !hasGivenNames && !seen.isSuperset(of: Self.requiredFromFourth)
            || mainType != .identificationCard && !seen.isSuperset(of: Self.requiredOfLicences)
    }

    static let required = ElementSet([
        .number, .birthDate, .expiryDate, .street1, .city, .province, .postalCode, .sex, .issueDate,
    ])
    private static let lastNames = ElementSet([.familyName, .lastName, .fullName])
    private static let firstNames = ElementSet([.givenNames, .firstName])
    private static let requiredFromSecond = ElementSet([.eyeColor, .height, .documentDiscriminator, .country])
    private static let requiredFromFourth = ElementSet([
        .firstName, .middleName, .familyNameTruncation, .firstNameTruncation, .middleNameTruncation,
    ])
    private static let requiredOfLicences = ElementSet([ElementID("DCA"), ElementID("DCB"), ElementID("DCD")])

    /// Finds out what separates the elements, and reads once more where that is something else than line ends.
    ///
    /// - Throws: `ambiguous` where separators are lost and two readings fit.
    mutating func mend() throws(DecodeError) {
        let separator = evidentSeparator ?? Byte.lineFeed
        var breaks = lostSubfileBreaks
        if separator != Byte.lineFeed || !breaks.isEmpty { reread(separator: separator, breaks: breaks) }
        let glued = try GluedElements(self)
        for (id, place) in glued.doubted { findings.append(.doubtful(id, .separators, at: place)) }
        guard !glued.places.isEmpty else { return }
        breaks = (breaks + glued.places).sorted()
        reread(separator: separator, breaks: breaks)
        findings.append(.mended(.separatorsLost, at: breaks[0]))
        if glued.isLined || !glued.isConfirmed { doubtParts(at: glued.places) }
    }

    /// Nothing but its form says where a name, an address or a number ends whose separator is lost, and where the next
    /// such element begins.
    private mutating func doubtParts(at places: [Int]) {
        for element in elements {
            let isPart =
                places.contains(element.value.upperBound) || places.contains(element.value.lowerBound - 3)
            guard isPart, ElementDefinition.of(element.id, version: 11)?.kind.isFree == true else { continue }
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
        guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] >= 4 else {
            return nil
        }
        let separator = UInt8(most)
        return separator.isLineEnd ? nil : separator
    }

    /// Where a jurisdiction's subfile, named in the directory, begins within a line: its two letters twice, in a value that
    /// is too long with them, or with lines of that subfile behind.
    private var lostSubfileBreaks: [Int] {
        let span = bytes.span
        return unseenOrUntagged.compactMap { type in
            for element in elements where !element.subfile.isJurisdictionSpecific {
                guard let place = tag(of: type, span, in: element.value) else { continue }
                let definition = ElementDefinition.of(element.id, version: heading.header.version)
                let isTooLong = definition.map { !$0.fits(span, element.value) } ?? false
                if isTooLong || elements.contains(where: { $0.subfile == type }) { return place }
            }
            return nil
        }.sorted()
    }

    /// The jurisdictions' types of the directory whose tag stood at no line's start.
    private var unseenOrUntagged: [SubfileType] {
        heading.header.directory.map(\.type).filter { type in
            type.isJurisdictionSpecific && !subfiles.contains { $0.type == type && $0.isTagged }
        }
    }

    private func tag(of type: SubfileType, _ bytes: Span<UInt8>, in value: Range<Int>) -> Int? {
        guard value.count >= 5 else { return nil }
        return (value.lowerBound...value.upperBound - 5).first { index in
            SubfileType(bytes[index], bytes[index + 1]) == type
                && SubfileType(bytes[index + 2], bytes[index + 3]) == type && bytes[index + 4].isUppercase
        }
    }
}
