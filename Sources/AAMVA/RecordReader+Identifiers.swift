extension RecordReader {
    /// Reads lines whose identifier is damaged by one byte, as the only missing element that they can be: a line that no
    /// element begins, or one of an element that cards of the version don't have or have once. The value stays in doubt.
    mutating func adoptDamaged() {
        for (index, finding) in findings.enumerated() {
            guard let place = strayLine(finding), let found = missingElement(inLineAt: place) else {
                continue
            }
            let doubt = Finding.doubtful(found.element.id, .identifier, at: place)
            // A byte more or less may have come from the value before.
            if found.isWhole { findings[index] = doubt } else { findings.append(doubt) }
            adopt(found.element)
        }
        for index in elements.indices where isSurplus(elements[index]) {
            let place = elements[index].value.lowerBound - 3
            guard let found = missingElement(inLineAt: place), !isHeld(found.element.id) else { continue }
            findings.append(.doubtful(found.element.id, .identifier, at: place))
            adopt(found.element)
        }
    }

    /// Where the line begins that the finding says no element begins: within the record, or before its first element.
    private func strayLine(_ finding: Finding) -> Int? {
        switch finding {
        case .doubtful(_, .strayText, let place): place
        case .mended(.strayText, let place): place < elements.first?.value.lowerBound ?? 0 ? place : nil
        default: nil
        }
    }

    /// Whether cards of the version don't have the element, its value has another form, or there is a proper one already.
    private func isSurplus(_ element: Element) -> Bool {
        let span = bytes.span
        guard !element.subfile.isJurisdictionSpecific,
            let definition = ElementDefinition.of(element.id, version: version)
        else { return false }
        let value = span.trimmed(element.value)
        // A social security number is nobody's postal code, however few cards have one.
        if value.isEmpty || span.isSentinel(value) || definition.isRedacted { return false }
        if !definition.versions.contains(min(version ?? 11, 11)) {
            return definition.kind.isFree || !definition.fits(span, element.value)
        }
        if definition.id == .street2 { return ColorCode.isListed(span, element.value) }
        guard !definition.fits(span, element.value) else { return false }
        let isRepeated = elements.count { $0.id == element.id && !$0.subfile.isJurisdictionSpecific } > 1
        return isRepeated || !definition.kind.isFree && definition.kind != .date
    }

    /// Whether the identifier stands within a value, so that the element is there rather than in a line of another.
    private func isHeld(_ id: ElementID) -> Bool {
        let span = bytes.span
        return elements.contains { element in
            element.value.count >= 3
                && (element.value.lowerBound...element.value.upperBound - 3).contains {
                    span.element(at: $0) == id
                }
        }
    }

    /// Puts an element where it stands in the bytes, in place of the one that began there.
    private mutating func adopt(_ element: Element) {
        let payload = bytes
        seen.insert(element.id)
        dates.note(element.id, payload.span, element.value)
        if let index = elements.firstIndex(where: { $0.value.upperBound == element.value.upperBound }) {
            elements[index] = element
        } else {
            let index = elements.firstIndex { $0.value.lowerBound > element.value.lowerBound }
            elements.insert(element, at: index ?? elements.endIndex)
        }
    }

    // MARK: Which element

    /// The only element that is missing, that the line's first bytes spell but for one, and that its value fits; and whether
    /// its identifier has all of its three bytes and no other.
    private func missingElement(inLineAt place: Int) -> (element: Element, isWhole: Bool)? {
        let span = bytes.span
        let end = (place..<span.count).first { span[$0].isLineEnd } ?? span.count
        // Before the first element stands its subfile's type.
        let isFirst = place < elements.first?.value.lowerBound ?? 0 && place + 2 < end
        var found: (element: Element, isWhole: Bool)?
        for definition in missing {
            var length = length(of: definition.id, place..<end).map { (place, $0) }
            if length == nil, isFirst {
                length = self.length(of: definition.id, place + 2..<end, isPlain: true).map {
                    (place + 2, $0)
                }
            }
            guard let (start, count) = length else { continue }
            let value = start + count..<end
            guard !span.trimmed(value).isEmpty, definition.fits(span, value) else { continue }
            guard found == nil else { return nil }
            found = (Element(id: definition.id, subfile: mainType, value: value), count == 3)
        }
        return found
    }

    /// Elements that every card of the version has, and that this record lacks.
    var missing: [ElementDefinition] {
        let version = self.version ?? 4
        let isEarly = version <= 1
        let hasGivenNames = seen.contains(.givenNames) || (2...3).contains(version)
        return ElementDefinition.table.filter { definition in
            let id = definition.id
            guard !seen.contains(id) else { return false }
            let isRequired =
                Self.required.contains(id) || !isEarly && Self.requiredFromSecond.contains(id)
                || !isEarly && !hasGivenNames && Self.requiredFromFourth.contains(id)
                || !isEarly && mainType != .identificationCard && Self.requiredOfLicences.contains(id)
                || !isEarly && id == .familyName
                || (2...3).contains(version) && id == .givenNames && !seen.contains(.firstName)
                || isEarly && id == .fullName && !seen.contains(.lastName)
            return isRequired || id == .nameSuffix && !isEarly
        }
    }

    /// How many bytes the identifier takes at the line's start, were one of it overwritten, lost or inserted, or two
    /// exchanged; or none, where it is plain. Of several, the one that the directory's length speaks for.
    private func length(of id: ElementID, _ line: Range<Int>, isPlain: Bool = false) -> Int? {
        let letters = [UInt8(id.packed >> 16 & 0xFF), UInt8(id.packed >> 8 & 0xFF), UInt8(id.packed & 0xFF)]
        let span = bytes.span
        let read = (line.lowerBound..<min(line.lowerBound + 4, line.upperBound)).map { span[$0] }
        guard read.count >= 3 else { return nil }
        let differing = (0..<3).filter { read[$0] != letters[$0] }
        let isExchanged =
            differing.count == 2 && differing[1] == differing[0] + 1
            && read[differing[0]] == letters[differing[1]] && read[differing[1]] == letters[differing[0]]
        let isLike = differing.count == 1 || isExchanged || isPlain && differing.isEmpty
        let isShorter = (0..<3).contains { letters.without($0) == Array(read[..<2]) }
        let isLonger = read.count == 4 && (0..<4).contains { read.without($0) == letters }
        if isLonger, !isLike || lackingBytes < 0 { return 4 }
        if isShorter, !isLike || lackingBytes > 0 { return 2 }
        return isLike ? 3 : nil
    }

    /// How many bytes the main subfile has less than declared, where that could be a lost one; less than 0 for more.
    private var lackingBytes: Int {
        guard let main = subfiles.first(where: { $0.type == mainType }),
            let entry = heading.header.directory.first(where: { $0.type == mainType })
        else { return 0 }
        let lacking = entry.length - (main.end - main.start)
        return abs(lacking) <= 2 ? lacking : 0
    }
}

extension [UInt8] {
    fileprivate func without(_ index: Int) -> [UInt8] { Array(self[..<index] + self[(index + 1)...]) }
}
