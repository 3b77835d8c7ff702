extension RecordReader {
    /// Whether the record is whole: a shortened one is never let through.
    ///
    /// - Throws: `truncated`.
    mutating func judgeEnd() throws(DecodeError) {
        if isWholeAsDeclared { return }
        if isCutInMain || isCutBehindMain {
            throw .truncated(received: bytes.count, expected: declaredEnd)
        }
        guard let last = elements.last, trailing == nil, let subfile = subfiles.last else { return }
        if !subfile.isClosed, !subfile.type.isJurisdictionSpecific, missingLength(of: subfile) ?? 0 > 2 {
            doubtUnseen(.endsEarly, at: bytes.count)
        }
        guard !subfile.isClosed else {
            // The CR may be the scanner's, and the value before it cut.
            let isWhole =
                missingLength(of: subfile) ?? 0 <= 2 || bytes[last.value.upperBound...].first == Byte.lineFeed
            if !isWhole, !subfile.type.isJurisdictionSpecific, Self.matters(last.id) {
                findings.append(.doubtful(last.id, .unterminated, at: last.value.upperBound))
            }
            return
        }
        if previous == .payload, missingLength(of: subfile) ?? 1 > 0 {
            findings.append(.doubtful(last.id, .unterminated, at: bytes.count))
        } else if previous == .payload || isLineFed {
            findings.append(.mended(.unterminated, at: bytes.count))
        }
    }

    /// Whether each subfile is closed, is what the directory tells, and has its elements one right behind the other.
    @inline(__always)
    private var isWholeAsDeclared: Bool {
        guard trailing == nil, isAsDeclared else { return false }
        let elements = elements.span
        var next = 0
        for index in subfiles.indices {
            let found = subfiles[index]
            // Its type's second letter, as if that were the end of a value before the first.
            var end = found.start &+ 1
            while next < elements.count, elements[next].subfile == found.type {
                guard elements[next].value.lowerBound == end &+ 4 else { return false }
                end = elements[next].value.upperBound
                next &+= 1
            }
            guard found.isClosed, end &+ 1 == found.end else { return false }
        }
        return next > 0 && next == elements.count
    }

    /// What few cards have may have stood in bytes that are lost, or still stand within another value.
    mutating func doubtUnseen(_ damage: Finding.Damage, at place: Int) {
        for id in [ElementID.middleName, .nameSuffix, .street2] where !seen.contains(id) {
            if id != .middleName || seen.contains(.firstName) {
                findings.append(.doubtful(id, damage, at: place))
            }
        }
    }

    /// Whether the bytes end within the person's data.
    ///
    /// The main subfile's end is proven by another subfile behind it, by its CR, by blanks that fill up what follows, or by
    /// its declared length, which counts one separator for each element, however many the scanner sent. Where the directory
    /// tells of more, it may be wrong: what ends with a whole element, and with all that is on every card, is believed.
    private var isCutInMain: Bool {
        guard let last = subfiles.last, !last.type.isJurisdictionSpecific, !isFilledUp else { return false }
        guard !last.isClosed else { return isCutBeforeSuffix(last) }
        guard let missing = missingLength(of: last) else {
            return previous == .payload && (heading.header.entries != nil || elements.count < 4)
        }
        guard missing > 2 else { return missing > 0 && matters && !endsWithElement }
        if lacksEssentials || lacksSubfile { return true }
        return isMadeForOtherBytes(last)
            ? matters && !endsWithElement : missing > Self.usualError || !isTerminated
    }

    /// Whether something follows the last element's value: a separator, or the letter that stands behind a date where
    /// control characters are typed as letters.
    private var isTerminated: Bool {
        guard previous == .payload, let last = elements.last else { return true }
        return last.value.count == 9 && CalendarDate.read(bytes.span, last.value) != nil
    }

    /// Whether the directory tells of another place, or of a type that isn't there: New Hampshire's, West Virginia's and
    /// Ontario's on cards of version 03.
    private func isMadeForOtherBytes(_ main: FoundSubfile) -> Bool {
        !main.isTagged || !isInPlace(main)
    }

    /// Whether the subfile begins where the directory says, a separator more or less; one that it doesn't name is nowhere else.
    private func isInPlace(_ subfile: FoundSubfile) -> Bool {
        guard let entry = entry(of: subfile) else { return true }
        return abs(subfile.start - heading.origin - entry.offset) <= 2
    }

    /// Whether a person is made of the last element.
    private var matters: Bool { elements.last.map { Self.matters($0.id) } ?? true }

    /// Whether the last element is whole: a separator follows it, or its value doesn't go on.
    private var endsWithElement: Bool {
        guard previous == .payload, let last = elements.last else { return true }
        guard let definition = ElementDefinition.of(last.id, version: version) else {
            return false
        }
        let span = bytes.span
        return switch definition.kind {
        case .date: CalendarDate.read(span, last.value) != nil
        case .flag, .truncation, .jurisdiction, .country:
            !last.value.isEmpty && definition.fits(span, last.value)
        default: span.isSentinel(last.value)
        }
    }

    /// Whether the directory tells of a subfile that isn't there.
    private var lacksSubfile: Bool {
        heading.header.directory.contains { entry in !subfiles.contains { $0.type == entry.type } }
    }

    /// Whether a filler follows the last line, blanks or one sign again and again: what is cut has none behind it.
    private var isFilledUp: Bool {
        guard let last = elements.last else { return false }
        let rest = bytes[last.value.upperBound...].drop { $0.isLineEnd }
        guard rest.startIndex > last.value.upperBound, rest.count >= 8, let filler = rest.first else {
            return false
        }
        return rest.allSatisfy { $0 == filler || $0.isLineEnd }
    }

    /// Whether the CR that closes the main subfile is the scanner's own, sent behind a record that was cut.
    ///
    /// A directory may be wrong by a few bytes, and may name subfiles that the card doesn't have. One that is wrong in both,
    /// or by far while something is missing that is on every card, tells of a cut.
    private func isCutBeforeSuffix(_ main: FoundSubfile) -> Bool {
        guard let missing = missingLength(of: main), missing > 2 else { return false }
        return lacksSubfile || missing > Self.usualError && lacksEssentials
    }

    /// By how many bytes directories of whole cards were seen to exceed what is there.
    private static let usualError = 12

    /// Whether an element is missing that is on every card: names, number, dates, address; with a family name of its own
    /// also the document discriminator or the country behind it.
    private var lacksEssentials: Bool {
        Self.essentials.contains { ids in !elements.contains { ids.contains($0.id) } }
            || seen.contains(.familyName) && seen.isDisjoint(with: Self.documents)
    }

    private static var documents: ElementSet { ElementSet([.documentDiscriminator, .country]) }
    private static let essentials: [[ElementID]] = [
        [.familyName, .lastName, .fullName], [.firstName, .givenNames, .fullName], [.number], [.birthDate],
        [.expiryDate], [.street1, .residenceStreet1], [.city, .residenceCity],
        [.province, .residenceProvince], [.postalCode, .residencePostalCode],
    ]

    /// Whether the next scan's first mark stands behind the last line: what is cut in a line has none behind it.
    private var isFollowedByMark: Bool {
        let text = bytes.span.trimmed(0..<bytes.count)
        guard text.count > 1, bytes[text.upperBound - 1] == Byte.at else { return false }
        return bytes[text.upperBound - 2].isLineEnd
    }

    /// Whether the bytes end within a jurisdiction's subfile, or before it.
    ///
    /// A directory that is right about the main subfile is believed about the others; any other one isn't, as cards name
    /// subfiles that they don't have. Where separators were lost it can't be compared.
    private var isCutBehindMain: Bool {
        guard !hasLostSeparators, let last = subfiles.last,
            let main = subfiles.first(where: { !$0.type.isJurisdictionSpecific }),
            let entry = entry(of: main),
            main.start - heading.origin == entry.offset,
            abs(entry.length - standardLength(of: main.type)) <= 2
        else { return false }
        let end = last.end - heading.origin
        if heading.header.directory.contains(where: { unseen in
            unseen.offset + 2 >= end && !subfiles.contains { $0.type == unseen.type }
        }) {
            return true
        }
        return last.type.isJurisdictionSpecific && !last.isClosed && isInPlace(last)
            && missingLength(of: last) ?? 0 > 2 && !isFollowedByMark
    }

    private func entry(of subfile: FoundSubfile) -> SubfileDesignator? {
        heading.header.directory.first { $0.type == subfile.type }
    }

    /// How many bytes the subfile lacks of its declared length; `nil` where none is declared.
    private func missingLength(of subfile: FoundSubfile) -> Int? {
        entry(of: subfile).map { $0.length - standardLength(of: subfile.type) }
    }

    /// The subfile's length as the standard counts it: its type, and for each element identifier, value and one byte.
    @inline(__always)
    func standardLength(of type: SubfileType) -> Int {
        var length = 2
        for index in elements.indices where elements[index].subfile == type {
            length += 4 + elements[index].value.count
        }
        return length
    }

    /// Whether a person is made of the element, as a till sees one.
    private static func matters(_ id: ElementID) -> Bool {
        switch ElementDefinition.of(id, version: 11)?.kind {
        case .name, .date, .jurisdiction, .postalCode, .country: true
        default: texts.contains(id)
        }
    }

    private static let texts: [ElementID] = [
        .number, .street1, .street2, .city, .nameSuffix, .earlySuffix, .residenceStreet1, .residenceStreet2,
        .residenceCity,
    ]
}
