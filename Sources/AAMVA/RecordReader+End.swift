extension RecordReader {
    /// Whether the record is whole: a shortened one is never let through.
    ///
    /// - Throws: `truncated`.
    mutating func judgeEnd() throws(DecodeError) {
        if isCutInMain || isCutBehindMain {
            throw .truncated(received: bytes.count, expected: declaredEnd)
        }
        guard let last = elements.last, trailing == nil, let subfile = subfiles.last else { return }
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

    /// Whether the bytes end within the person's data.
    ///
    /// The main subfile's end is proven by another subfile behind it, by its CR, by blanks that fill up what follows, or by
    /// its declared length, which counts one separator for each element, however many the scanner sent. Up to two bytes may
    /// be lacking, a last LF and CR, unless the last element is cut itself and a person is made of it.
    private var isCutInMain: Bool {
        guard let last = subfiles.last, !last.type.isJurisdictionSpecific, !isFilledUp else { return false }
        guard !last.isClosed else { return isCutBeforeSuffix(last) }
        guard let missing = missingLength(of: last) else {
            return previous == .payload && (heading.header.entries != nil || elements.count < 4)
        }
        let mayBeCut = previous == .payload && elements.last.map { Self.matters($0.id) } ?? true
        // A directory that tells of a tag which isn't there was not made for these bytes: New Hampshire's, West Virginia's.
        guard last.isTagged else { return mayBeCut || lacksEssentials }
        return missing > 2 || missing > 0 && mayBeCut
    }

    /// Whether nothing but blanks follows the last line: what is cut has none behind it.
    private var isFilledUp: Bool {
        guard previous != .payload, let end = subfiles.last?.end, bytes.count - end >= 8 else { return false }
        return bytes[end...].allSatisfy { $0 == Byte.space || $0.isLineEnd }
    }

    /// Whether the CR that closes the main subfile is the scanner's own, sent behind a record that was cut.
    ///
    /// A directory may be wrong by a few bytes, and may name subfiles that the card doesn't have. One that is wrong in both,
    /// or by far while something is missing that is on every card, tells of a cut.
    private func isCutBeforeSuffix(_ main: FoundSubfile) -> Bool {
        guard let missing = missingLength(of: main), missing > 2 else { return false }
        let lacksSubfile = heading.header.directory.contains { entry in
            !subfiles.contains { $0.type == entry.type }
        }
        return lacksSubfile || missing > Self.usualError && lacksEssentials
    }

    /// By how many bytes directories of whole cards were seen to exceed what is there.
    private static let usualError = 12

    /// Whether an element is missing that is on every card: name, number, dates, address, and from version 02 on the
    /// document discriminator or the country behind it.
    private var lacksEssentials: Bool {
        let documents: [[ElementID]] =
            heading.header.version ?? 0 > 1 ? [[.documentDiscriminator, .country]] : []
        let essentials: [[ElementID]] = [
            [.familyName, .lastName, .fullName], [.number], [.birthDate], [.expiryDate],
            [.street1, .residenceStreet1], [.city, .residenceCity],
        ]
        return (essentials + documents).contains { ids in !elements.contains { ids.contains($0.id) } }
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
        return last.type.isJurisdictionSpecific && !last.isClosed && missingLength(of: last) ?? 0 > 2
    }

    private func entry(of subfile: FoundSubfile) -> SubfileDesignator? {
        heading.header.directory.first { $0.type == subfile.type }
    }

    /// How many bytes the subfile lacks of its declared length; `nil` where none is declared.
    private func missingLength(of subfile: FoundSubfile) -> Int? {
        entry(of: subfile).map { $0.length - standardLength(of: subfile.type) }
    }

    /// The subfile's length as the standard counts it: its type, and for each element identifier, value and one byte.
    func standardLength(of type: SubfileType) -> Int {
        var length = 2
        for element in elements where element.subfile == type { length += 4 + element.value.count }
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
