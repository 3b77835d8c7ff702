extension RecordReader {
    /// What becomes of a record whose bytes end early.
    enum Cutting {
        case refused
        /// It is read as far as it goes.
        case shown
    }

    /// Reads one record's bytes from its marks to its end.
    ///
    /// - Throws: `truncated`, `ambiguous`, `vehicleDocument`, `otherDocument` or `unreadable`.
    static func record(
        _ bytes: [UInt8], form: RecordStart.Form, cutting: Cutting
    ) throws(DecodeError) -> Record {
        var reader = RecordReader(bytes, heading: HeaderReader.heading(bytes.span, form: form))
        if let vehicle = reader.heading.header.vehicle { throw .vehicleDocument(vehicle) }
        reader.read(bytes.span)
        reader.confirmDirectory()
        if reader.needsMending {
            try reader.mend()
            reader.doubtOptional()
        }
        if reader.mayHoldSuspected { reader.doubtSuspected() }
        guard !reader.elements.isEmpty else { throw reader.emptiness }
        if cutting == .refused { try reader.judgeEnd() }
        reader.judgeValues()
        return reader.takeResult()
    }

    /// Why there is no element at all.
    private var emptiness: DecodeError {
        if let last = heading.header.directory.last, heading.origin + last.offset + last.length > bytes.count
        {
            return .truncated(received: bytes.count, expected: declaredEnd)
        }
        if endsInHeader { return .truncated(received: bytes.count, expected: declaredEnd) }
        return heading.header.directory.isEmpty ? .unreadable(received: bytes.count) : .otherDocument(nil)
    }

    /// Whether the bytes end behind the file type and before the last of the directory's entries.
    private var endsInHeader: Bool {
        let rest = bytes.count - heading.dataStart
        guard let entries = heading.header.entries else { return rest <= 0 }
        return rest < 10 * max(entries - heading.header.directory.count, 0) || rest <= 0
    }

    // MARK: Directory

    /// The directory's total: the end of its last subfile, from the record's first byte.
    var declaredEnd: Int? {
        heading.header.directory.map { $0.offset + $0.length }.max().map { $0 + max(heading.origin, 0) }
    }

    /// Compares each of the directory's entries with what was found; any difference is a finding.
    mutating func confirmDirectory() {
        if isAsDeclared { return }
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

    /// Whether what was found is what the directory tells, entry by entry.
    @inline(__always)
    var isAsDeclared: Bool {
        guard heading.header.directory.count == subfiles.count else { return false }
        for index in subfiles.indices {
            let entry = heading.header.directory[index]
            let found = subfiles[index]
            guard found.type == entry.type, found.start - heading.origin == entry.offset,
                found.end - found.start == entry.length
            else { return false }
        }
        return true
    }

    // MARK: Values

    /// Names in an uncertain order, and dates in another one than the standard gives them for this version and issuer.
    mutating func judgeValues() {
        if seen.contains(.fullName), !seen.contains(.familyName), !seen.contains(.lastName),
            NameHabits.of(heading.header.issuer.flatMap { Jurisdiction.issuing($0) }).fullName
                == .familyNameLast,
            let full = elements.first(where: { $0.id == .fullName })
        {
            findings.append(.doubtful(.fullName, .nameOrder, at: full.value.lowerBound))
        }
        if hidesNumber { cutHiddenNumbers() }
        if !seen.contains(.givenNames) { judgeFirstName() }
        if mayHoldForeign { judgeForeign() }
        if mayHoldMisplaced { doubtMisplaced() }
        judgeOrder()
        judgeAgeDates()
        if let place = firstContraryDate { findings.append(.mended(.dateOrder, at: place)) }
    }

    /// Where an issuer writes the middle name behind the first, two words may as well be a first name of two; an initial
    /// may not.
    private mutating func judgeFirstName() {
        let payload = bytes
        let span = payload.span
        guard let first = elements.first(where: { $0.id == .firstName }),
            elements.allSatisfy({ $0.id != .middleName || span.trimmed($0.value).isEmpty })
        else { return }
        let name = span.trimmed(first.value)
        guard let blank = name.first(where: { span[$0] == Byte.space }),
            NameHabits.of(heading.header.issuer.flatMap { Jurisdiction.issuing($0) }).middleInFirstName
        else { return }
        let isDoubted = findings.contains { finding in
            if case .doubtful(.firstName, _, _) = finding { true } else { false }
        }
        guard isDoubted || name.upperBound - blank > 2 else { return }
        for id in [ElementID.firstName, .middleName] {
            findings.append(.doubtful(id, .nameOrder, at: first.value.lowerBound))
        }
    }

    /// A card is issued after its holder's birth, and expires after that.
    private mutating func judgeOrder() {
        guard let issue = dates.issue?.date else { return }
        if let birth = dates.birth, let date = birth.date, date > issue {
            findings.append(.doubtful(.birthDate, .contradictingDates, at: birth.place.lowerBound))
        }
        if let expiry = dates.expiry, let date = expiry.date, date < issue {
            findings.append(.doubtful(.expiryDate, .contradictingDates, at: expiry.place.lowerBound))
        }
    }

    @inline(__always)
    private var firstContraryDate: Int? {
        guard let version = heading.header.version, version > 0,
            let issuer = heading.header.issuer.flatMap({ Jurisdiction.issuing($0) })
        else { return nil }
        let isYearFirst = version == 1 || version > 2 && issuer.country == .canada
        for date in [dates.birth, dates.expiry] {
            guard let date, date.place.count == 8,
                let first = bytes.span.number(date.place.lowerBound, digits: 2)
            else { continue }
            let isContrary = (first > 12) != isYearFirst
            if isContrary, !(first > 12 && Self.yearFirst.contains(issuer.code)) {
                return date.place.lowerBound
            }
        }
        return nil
    }

    /// States that write CCYYMMDD in every version. Sources: IdParser's issue 20 and fixture; lamassu-machine's decoder.
    static let yearFirst = ["WV", "WY", "HI"]
}
