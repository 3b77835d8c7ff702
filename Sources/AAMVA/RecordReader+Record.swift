extension RecordReader {
    /// Reads one record's bytes from its marks to its end.
    ///
    /// - Throws: `truncated`, `ambiguous`, `vehicleDocument`, `otherDocument` or `unreadable`.
    static func record(_ bytes: [UInt8], form: RecordStart.Form) throws(DecodeError) -> Record {
        let heading = HeaderReader(bytes.span, form: form)
        if let vehicle = heading.header.directory.first(where: { HeaderReader.isVehicle($0.type) }) {
            throw .vehicleDocument(vehicle.type)
        }
        var reader = RecordReader(bytes, heading: heading)
        reader.read()
        reader.confirmDirectory()
        if reader.needsMending { try reader.mend() }
        guard !reader.elements.isEmpty else { throw reader.emptiness }
        try reader.judgeEnd()
        reader.judgeValues()
        return Record(
            layout: .aamva(heading.header), bytes: bytes, elements: reader.elements,
            findings: heading.findings + reader.findings)
    }

    /// Why there is no element at all.
    private var emptiness: DecodeError {
        if let last = heading.header.directory.last, heading.origin + last.offset + last.length > bytes.count
        {
            return .truncated(received: bytes.count, expected: declaredEnd)
        }
        return heading.header.directory.isEmpty ? .unreadable(received: bytes.count) : .otherDocument
    }

    // MARK: Directory

    /// The directory's total: the end of its last subfile, from the record's first byte.
    var declaredEnd: Int? {
        heading.header.directory.map { $0.offset + $0.length }.max().map { $0 + max(heading.origin, 0) }
    }

    /// Compares each of the directory's entries with what was found; any difference is a finding.
    mutating func confirmDirectory() {
        for (index, entry) in heading.header.directory.enumerated() {
            let earlier = heading.header.directory[..<index].count { $0.type == entry.type }
            var left = earlier
            let match = subfiles.first { subfile in
                guard subfile.type == entry.type else { return false }
                left -= 1
                return left < 0
            }
            guard let found = match else {
                findings.append(.missingSubfile(entry.type))
                continue
            }
            let offset = found.start - heading.origin
            let length = found.end - found.start
            if offset != entry.offset || length != entry.length {
                findings.append(
                    .lengthMismatch(
                        subfile: entry.type, declaredOffset: entry.offset, foundOffset: offset,
                        declaredLength: entry.length, foundLength: length))
            }
        }
        for subfile in subfiles where !heading.header.directory.contains(where: { $0.type == subfile.type }) {
            if !heading.header.directory.isEmpty { findings.append(.mended(.directory, at: subfile.start)) }
        }
    }

    // MARK: End

    /// Whether the person's data is whole: a shortened one is never let through.
    ///
    /// The main subfile's end is proven by another subfile behind it, by its CR, or by its declared length. That length counts
    /// one separator for each element, however many the scanner sent.
    func judgeMainEnd() throws(DecodeError) {
        guard let last = subfiles.last, !last.type.isJurisdictionSpecific, !last.isClosed else { return }
        let error = DecodeError.truncated(received: bytes.count, expected: declaredEnd)
        guard let declared = heading.header.directory.first(where: { $0.type == last.type })?.length else {
            if previous == .payload, heading.header.entries != nil || elements.count < 4 { throw error }
            return
        }
        let missing = declared - standardLength(of: last.type)
        if missing <= 0 { return }
        let isWhole =
            previous != .payload || !elements.isEmpty && !Self.matters(elements[elements.count - 1].id)
        guard missing <= 2, isWhole else { throw error }
    }

    mutating func judgeEnd() throws(DecodeError) {
        try judgeMainEnd()
        guard let last = elements.last, trailing == nil, subfiles.last?.isClosed != true else { return }
        if previous == .payload, missingLength > 0 {
            findings.append(.doubtful(last.id, .unterminated, at: bytes.count))
        } else if previous == .payload || isLineFed {
            findings.append(.mended(.unterminated, at: bytes.count))
        }
    }

    /// How many bytes the last subfile lacks of its declared length.
    private var missingLength: Int {
        guard let last = subfiles.last,
            let entry = heading.header.directory.first(where: { $0.type == last.type })
        else { return 1 }
        return entry.length - standardLength(of: last.type)
    }

    /// The subfile's length as the standard counts it: its type, and for each element identifier, value and one byte.
    func standardLength(of type: SubfileType) -> Int {
        var length = 2
        for element in elements where element.subfile == type { length += 4 + element.value.count }
        return length
    }

    /// Whether an applicant is made of the element.
    private static func matters(_ id: ElementID) -> Bool {
        switch ElementDefinition.of(id, version: 11)?.kind {
        case .name, .date, .jurisdiction, .postalCode, .country: true
        default:
            [
                .number, .street1, .street2, .city, .nameSuffix, .earlySuffix, .residenceStreet1,
                .residenceCity,
            ]
            .contains(id)
        }
    }

    // MARK: Values

    /// Dates in the order that the standard does not give them for this version and issuer; a birth after the issue.
    mutating func judgeValues() {
        if let place = firstContraryDate { findings.append(.mended(.dateOrder, at: place)) }
    }

    private var firstContraryDate: Int? {
        guard let version = heading.header.version, version > 0,
            let country = heading.header.issuer.flatMap({ Jurisdiction.issuing($0)?.country })
        else { return nil }
        let isYearFirst = version == 1 || version > 2 && country == .canada
        let span = bytes.span
        for id in [ElementID.birthDate, .expiryDate] {
            guard let element = elements.first(where: { $0.id == id }) else { continue }
            let value = span.trimmed(element.value)
            guard value.count == 8, let first = span.number(value.lowerBound, digits: 2) else { continue }
            if (first > 12) != isYearFirst { return value.lowerBound }
        }
        return nil
    }
}
