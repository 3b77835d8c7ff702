extension RecordReader {
    /// A line that isn't simply a known element: a subfile's type, a jurisdiction's element, or damage.
    mutating func takeOther(_ bytes: Span<UInt8>, _ line: Range<Int>) {
        if takeTag(bytes, line) || takeJurisdictionElement(bytes, line) || takeDamagedElement(bytes, line) {
            return
        }
        takeStray(bytes, line)
    }

    /// A subfile's two letters, before its first element or alone.
    private mutating func takeTag(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        let start = line.lowerBound
        guard line.count >= 2, bytes[start].isLetter, bytes[start + 1].isLetter else { return false }
        let found = SubfileType(bytes[start].uppercased, bytes[start + 1].uppercased)
        let rest = start + 2..<line.upperBound
        guard isDesignated(found), beginsSubfile(bytes, found, rest) else { return false }
        open(found, at: start)
        guard !rest.isEmpty else { return true }
        if found.isJurisdictionSpecific {
            _ = takeJurisdictionElement(bytes, rest, isFirst: true)
        } else if let anchor = ElementAnchor(bytes, at: rest.lowerBound, in: rest) {
            noteCase(anchor, at: rest.lowerBound)
            add(bytes, element(anchor, rest), rows[anchor.id])
        } else {
            takeOther(bytes, rest)
        }
        return true
    }

    /// One of the standard's types, a jurisdiction's, or one that the directory names.
    @inline(__always)
    private func isDesignated(_ found: SubfileType) -> Bool {
        found == .driverLicense || found == .identificationCard || found == .enhancedDriverLicense
            || found.isJurisdictionSpecific || heading.header.directory.contains { $0.type == found }
    }

    /// Whether the bytes behind two letters make them a type: nothing, an element, or the type once more.
    @inline(__always)
    private func beginsSubfile(_ bytes: Span<UInt8>, _ found: SubfileType, _ rest: Range<Int>) -> Bool {
        if found.isJurisdictionSpecific {
            let isOpen = subfiles.contains { $0.type == found }
            guard !isOpen, rest.count >= 3 else { return rest.isEmpty && !isOpen }
            return SubfileType(bytes[rest.lowerBound].uppercased, bytes[rest.lowerBound + 1].uppercased)
                == found
        }
        if bytes.trimmed(rest).isEmpty || ElementAnchor(bytes, at: rest.lowerBound, in: rest) != nil {
            return true
        }
        guard rest.count >= 5 else { return false }
        return SubfileType(bytes[rest.lowerBound].uppercased, bytes[rest.lowerBound + 1].uppercased) == found
    }

    private mutating func open(_ found: SubfileType, at start: Int) {
        if let last = subfiles.last, last.type == found {
            findings.append(.mended(.doubledSubfileTag, at: start))
            return
        }
        if !subfiles.isEmpty, previous != .carriageReturn { noteSeparator(at: start) }
        subfiles.append(FoundSubfile(type: found, start: start, end: start))
        type = found
        if !found.isJurisdictionSpecific { mainType = found }
    }

    /// An element under the jurisdiction's own letters. What such elements hold is nobody's business here: it may be
    /// binary, so a line that begins with no identifier belongs to the value before it.
    private mutating func takeJurisdictionElement(
        _ bytes: Span<UInt8>, _ line: Range<Int>, isFirst: Bool = false
    ) -> Bool {
        let start = line.lowerBound
        guard line.count >= 3, bytes[start].uppercased == UInt8(ascii: "Z"), bytes[start + 1].isLetter else {
            return false
        }
        let owner = SubfileType(bytes[start].uppercased, bytes[start + 1].uppercased)
        let third = bytes[start + 2].uppercased
        guard third.isUppercase || third.isDigit else { return false }
        if owner != type || subfiles.isEmpty {
            let isDeclared = heading.header.directory.contains { $0.type == owner }
            guard isDeclared || !subfiles.isEmpty else { return false }
            findings.append(.mended(.missingSubfileTag, at: start))
            if isDeclared {
                open(owner, at: start)
                subfiles[subfiles.count - 1].isTagged = false
            }
        } else if !isFirst, previous != .lineFeed, previous != .start {
            noteSeparator(at: start)
        }
        let id = ElementID(bytes[start].uppercased, bytes[start + 1].uppercased, third)
        add(bytes, Element(id: id, subfile: owner, value: start + 3..<line.upperBound), nil)
        return true
    }

    /// A known identifier in other letter case, with filler in it, without its subfile's type; or one that no version knows.
    private mutating func takeDamagedElement(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        let start = line.lowerBound
        let found = ElementAnchor(bytes, at: start, in: line) ?? ElementAnchor.filled(bytes, in: line)
        if let anchor = found {
            if subfiles.isEmpty { openUntagged(at: start) }
            noteCase(anchor, at: start)
            append(bytes, anchor.id, rows[anchor.id], anchor.value..<line.upperBound)
            return true
        }
        guard line.count >= 3, !subfiles.isEmpty, !type.isJurisdictionSpecific else { return false }
        let id = ElementID(bytes[start], bytes[start + 1], bytes[start + 2])
        if ElementDefinition.of(id, version: heading.header.version) != nil {
            append(bytes, id, nil, start + 3..<line.upperBound)
            return true
        }
        guard bytes[start] == UInt8(ascii: "D"), bytes[start + 1].isUppercase, bytes[start + 2].isUppercase,
            isLineFed
        else { return false }
        // It may as well be the rest of the value before it.
        if let last = elements.last { findings.append(.doubtful(last.id, .strayText, at: start)) }
        append(bytes, id, nil, start + 3..<line.upperBound)
        findings.append(.doubtful(id, .strayText, at: start))
        return true
    }

    private mutating func noteCase(_ anchor: ElementAnchor, at place: Int) {
        switch anchor.form {
        case .plain: break
        case .otherCase: findings.append(.mended(.invertedCase, at: place))
        case .filled: findings.append(.mended(.filler, at: place))
        case .torn:
            findings.append(.doubtful(anchor.id, .filler, at: place))
            doubtUnseen(.filler, at: place)
        }
    }

    private func element(_ anchor: ElementAnchor, _ line: Range<Int>) -> Element {
        Element(id: anchor.id, subfile: type, value: anchor.value..<line.upperBound)
    }

    /// The first element came without its subfile's type; the directory's first is taken. Where there is none, it may be a
    /// licence or an identification card, which differ in the vehicle class.
    private mutating func openUntagged(at start: Int) {
        let named = heading.header.directory.first { !$0.type.isJurisdictionSpecific }?.type
        findings.append(
            named == nil
                ? .doubtful(.vehicleClass, .missingSubfileTag, at: start)
                : .mended(.missingSubfileTag, at: start))
        type = named ?? .driverLicense
        mainType = type
        subfiles.append(FoundSubfile(type: type, start: start, end: start, isTagged: false))
    }

    /// A main subfile's element stands behind a jurisdiction's: the main subfile goes on.
    mutating func resumeMain(at start: Int) {
        findings.append(.mended(.missingSubfileTag, at: start))
        type = mainType
        subfiles.append(FoundSubfile(type: type, start: start, end: start, isTagged: false))
    }

    // MARK: Text without identifier

    private mutating func takeStray(_ bytes: Span<UInt8>, _ line: Range<Int>) {
        let text = bytes.trimmed(line)
        let place = line.lowerBound
        let isBehindEnd = subfiles.last?.isClosed == true && unseenTypes.isEmpty
        if isBehindEnd || text.isEmpty {
            isIgnored = true
            if !text.isEmpty { trailing = place } else { noteEmptyLine(at: place) }
            return
        }
        guard let last = elements.last else {
            findings.append(.mended(.strayText, at: place))
            if subfiles.isEmpty, let tag = firstTag(bytes, in: line) {
                _ = takeTag(bytes, tag..<line.upperBound)
            }
            return
        }
        if type.isJurisdictionSpecific, last.subfile != type {
            findings.append(.mended(.strayText, at: place))
        } else if type.isJurisdictionSpecific {
            let grown = Element(
                id: last.id, subfile: last.subfile, value: last.value.lowerBound..<line.upperBound)
            elements[elements.count - 1] = grown
        } else if bytes.trimmed(last.value).isEmpty, Self.isNeverBlank(last.id) {
            elements[elements.count - 1] = Element(id: last.id, subfile: last.subfile, value: line)
            findings.append(.doubtful(last.id, .movedValue, at: place))
        } else if bytes.isEqual(text, bytes.trimmed(last.value)) {
            findings.append(.mended(.strayText, at: place))
        } else {
            findings.append(.doubtful(last.id, .strayText, at: place))
        }
    }

    /// Where a main subfile's type and an element stand in a line that a damaged header begins.
    private func firstTag(_ bytes: Span<UInt8>, in line: Range<Int>) -> Int? {
        line.dropLast(4).first { index in
            let found = SubfileType(bytes[index], bytes[index + 1])
            guard !found.isJurisdictionSpecific, isDesignated(found) else { return false }
            return ElementAnchor(bytes, at: index + 2, in: line)?.form == .plain
        }
    }

    /// Elements that every card fills, so that an empty one has its value on the next line.
    private static func isNeverBlank(_ id: ElementID) -> Bool {
        [.number, .birthDate, .expiryDate, .issueDate, .familyName, .fullName, .postalCode, .province]
            .contains(id)
    }

    /// The directory's types of which no subfile was found.
    var unseenTypes: [SubfileType] {
        heading.header.directory.map(\.type).filter { named in !subfiles.contains { $0.type == named } }
    }
}
