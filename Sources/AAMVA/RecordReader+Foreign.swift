extension RecordReader {
    /// Elements that cards of the version don't have are as likely to be others whose identifier was damaged. One that says
    /// what a proper element says does no harm; some issuers write both.
    mutating func judgeForeign() {
        for element in elements where isForeign(element) && !isRepeated(element) {
            let place = element.value.lowerBound - 3
            findings.append(.doubtful(element.id, .foreignElement, at: place))
            if element.id == .firstName, !seen.contains(.middleName) {
                findings.append(.doubtful(.middleName, .foreignElement, at: place))
            }
        }
    }

    /// Elements of version 01 that a person's data is read from, and the parts of names that stand in one element.
    private static var early: ElementSet {
        ElementSet([
            .fullName, .lastName, .earlySuffix, .residenceStreet1, .residenceStreet2, .residenceCity,
            .residenceProvince, .residencePostalCode,
        ])
    }
    private static var parts: ElementSet { ElementSet([.lastName, .firstName, .middleName]) }

    /// Where an element that every card has is missing, one that few have may be it, its identifier damaged.
    mutating func doubtOptional() {
        let version = self.version ?? 4
        if (2...3).contains(version), seen.isDisjoint(with: Self.firstNames) {
            findings.append(.doubtful(.givenNames, .missingElement, at: heading.dataStart))
        }
        if !seen.contains(.city), !seen.contains(.residenceCity),
            let middle = elements.first(where: { isMiddleName($0) })
        {
            // One letter of the city's identifier makes it the middle name's.
            findings.append(.doubtful(.middleName, .missingElement, at: middle.value.lowerBound - 3))
        }
        if let place = lostMiddleName { findings.append(.doubtful(.middleName, .missingElement, at: place)) }
        let isIncomplete = !seen.isSuperset(of: Self.required)
        let payload = bytes
        let span = payload.span
        let missing = missing.filter { $0.kind == .name || !$0.kind.isFree && $0.kind != .suffix }
        for element in elements where element.id == .street2 || element.id == .nameSuffix {
            let value = span.trimmed(element.value)
            guard !value.isEmpty, !span.isSentinel(value) else { continue }
            let mayBeAnother =
                element.id == .street2 && missing.contains { $0.fits(span, element.value) }
            guard isIncomplete || mayBeAnother else { continue }
            findings.append(.doubtful(element.id, .missingElement, at: element.value.lowerBound - 3))
        }
    }

    private func isMiddleName(_ element: Element) -> Bool {
        let value = bytes.span.trimmed(element.value)
        return element.id == .middleName && !value.isEmpty && !bytes.span.isSentinel(value)
    }

    /// Where another element with a name stands before the flag that says whether the middle name was cut, and no middle
    /// name does.
    private var lostMiddleName: Int? {
        guard !seen.contains(.middleName), seen.contains(.firstName),
            let flag = elements.firstIndex(where: { $0.id == .middleNameTruncation }), flag > 0,
            let definition = ElementDefinition.of(.middleName, version: version)
        else { return nil }
        let before = elements[flag - 1]
        let isUsual = [.firstName, .firstNameTruncation, .familyNameTruncation].contains(before.id)
        let value = bytes.span.trimmed(before.value)
        guard !isUsual, !value.isEmpty, definition.fits(bytes.span, before.value) else { return nil }
        return before.value.lowerBound - 3
    }

    /// A suffix or an address's second line in another element's place, while the element that holds it is missing: its
    /// identifier may have been damaged into that other one.
    mutating func doubtMisplaced() {
        let lacksSuffix = !seen.contains(.nameSuffix) && !seen.contains(.earlySuffix)
        let lacksStreet = !seen.contains(.street2) && !seen.contains(.residenceStreet2)
        guard lacksSuffix || lacksStreet else { return }
        let payload = bytes
        let span = payload.span
        for element in elements where rows[element.id]?.isUncommon == true {
            let place = element.value.lowerBound
            if lacksSuffix, NameSuffix.isSuffix(span, element.value) {
                findings.append(.doubtful(.nameSuffix, .missingElement, at: place))
            } else if lacksStreet, SecondaryAddress.begins(span, element.value) {
                findings.append(.doubtful(.street2, .missingElement, at: place))
            }
        }
    }

    /// Whether there is any to look at: most cards are done with this.
    @inline(__always)
    var mayHoldForeign: Bool {
        let isEarly = version ?? 0 <= 1
        return !isEarly && !seen.isDisjoint(with: Self.early)
            || (seen.contains(.givenNames) || seen.contains(.fullName)) && !seen.isDisjoint(with: Self.parts)
    }

    private func isForeign(_ element: Element) -> Bool {
        guard !element.subfile.isJurisdictionSpecific else { return false }
        let isEarly = version ?? 0 <= 1
        return !isEarly && Self.early.contains(element.id)
            || NameParts.isReplaced(element.id, seen, version: version)
    }

    /// Whether no word goes on from the byte before `index` to the one at it.
    private func isBoundary(_ bytes: Span<UInt8>, _ index: Int, in value: Range<Int>) -> Bool {
        guard index > value.lowerBound, index < value.upperBound else { return true }
        return !(bytes[index - 1].isLetter && bytes[index].isLetter)
    }

    /// Whether a proper element of the same kind holds the value too; a blank one has none.
    private func isRepeated(_ element: Element) -> Bool {
        let span = bytes.span
        let value = span.trimmed(element.value)
        let kind = ElementDefinition.of(element.id, version: 11)?.kind
        if value.isEmpty || span.isSentinel(value) { return true }
        return elements.contains { other in
            guard !isForeign(other), let definition = ElementDefinition.of(other.id, version: 11) else {
                return false
            }
            guard definition.kind == kind, other.value.count >= value.count else { return false }
            return (other.value.lowerBound...other.value.upperBound - value.count).contains { start in
                span.isEqual(start..<start + value.count, value)
                    && isBoundary(span, start, in: other.value)
                    && isBoundary(span, start + value.count, in: other.value)
            }
        }
    }
}
