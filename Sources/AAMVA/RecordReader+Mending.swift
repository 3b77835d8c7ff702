extension RecordReader {
    /// Whether separators may have been lost or replaced: elements that every card of the version has are missing, or
    /// the directory tells of other lengths.
    @inline(__always)
    var needsMending: Bool {
        for finding in findings {
            switch finding {
            case .lengthMismatch, .missingSubfile: return true
            case .doubtful(_, .separators, _), .doubtful(_, .controlCharacters, _),
                .doubtful(_, .valueForm, _),
                .doubtful(_, .strayText, _):
                return true
            default: continue
            }
        }
        let version = self.version ?? 4
        guard seen.isSuperset(of: Self.required), !seen.isDisjoint(with: Self.lastNames) else { return true }
        guard version >= 2 else { return false }
        guard seen.isSuperset(of: Self.requiredFromSecond), !seen.isDisjoint(with: Self.firstNames) else {
            return true
        }
        let hasGivenNames = seen.contains(.givenNames)
        return version >= 4 && !hasGivenNames && !seen.isSuperset(of: Self.requiredFromFourth)
            || mainType != .identificationCard && !seen.isSuperset(of: Self.requiredOfLicences)
    }

    /// The version whose elements these are: some issuers wrote version 01's under a later number.
    @inline(__always)
    var version: Int? {
        let isEarly =
            seen.contains(.fullName) && !seen.contains(.familyName) && !seen.contains(.givenNames)
            && !seen.isDisjoint(with: Self.earlyClasses) && seen.isDisjoint(with: Self.requiredOfLicences)
        return isEarly ? min(heading.header.version ?? 1, 1) : heading.header.version
    }

    private static var earlyClasses: ElementSet {
        ElementSet([ElementID("DAR"), ElementID("DAS"), ElementID("DAT")])
    }
    static var required: ElementSet {
        ElementSet([
            .number, .birthDate, .expiryDate, .street1, .city, .province, .postalCode, .sex, .issueDate,
        ])
    }
    static var lastNames: ElementSet { ElementSet([.familyName, .lastName, .fullName]) }
    static var firstNames: ElementSet { ElementSet([.givenNames, .firstName]) }
    static var requiredFromSecond: ElementSet {
        ElementSet([.eyeColor, .height, .documentDiscriminator, .country])
    }
    static var requiredFromFourth: ElementSet {
        ElementSet([
            .firstName, .middleName, .familyNameTruncation, .firstNameTruncation, .middleNameTruncation,
        ])
    }
    static var requiredOfLicences: ElementSet {
        ElementSet([ElementID("DCA"), ElementID("DCB"), ElementID("DCD")])
    }

    /// Finds out what separates the elements, and reads once more where that is something else than line ends.
    ///
    /// - Throws: `ambiguous` where separators are lost and two readings fit.
    mutating func mend() throws(DecodeError) {
        if let plain = TypedPayload.undone(in: bytes, heading) { reread(plain) }
        let text = SeparatorText(of: bytes.span, from: heading.dataStart, version: version)
        var gap = 0
        if let text, text.isBlank {
            gap = text.bytes.count
        } else if let text {
            reread(text.undone(in: bytes))
        }
        var breaks = lostSubfileBreaks
        if !breaks.isEmpty { reread(bytes, breaks: breaks) }
        adoptDamaged()
        var glued = try GluedElements(self, gap: gap)
        // What stands before most elements may be padding.
        if gap > 0, glued.places.isEmpty, !glued.isLined { glued = try GluedElements(self, gap: 0) }
        if !glued.places.isEmpty {
            breaks = (breaks + glued.places).sorted()
            reread(bytes, breaks: breaks)
            adoptDamaged()
            findings.append(.mended(.separatorsLost, at: breaks[0]))
            if !glued.isLined, !glued.isConfirmed { doubtUnseen(.separatorsLost, at: breaks[0]) }
            doubtParts(at: glued.places, glued.isLined || !glued.isConfirmed ? nil : glued.contested)
        }
        for (id, place) in glued.doubted where !isDoubted(id) {
            findings.append(.doubtful(id, .separators, at: place))
        }
    }

    func isDoubted(_ id: ElementID) -> Bool {
        findings.contains { if case .doubtful(id, _, _) = $0 { true } else { false } }
    }

    /// Nothing but its form says where a name, an address or a number ends whose separator is lost, and where the next
    /// such element begins.
    ///
    /// - Parameter contested: the elements that are in doubt; all where nothing confirms the places.
    private mutating func doubtParts(at places: [Int], _ contested: Set<ElementID>?) {
        for element in elements {
            let isPart =
                places.contains(element.value.upperBound) || places.contains(element.value.lowerBound - 3)
            guard isPart, contested?.contains(element.id) ?? true,
                ElementDefinition.of(element.id, version: 11)?.kind.isFree == true
            else { continue }
            let place = element.value.lowerBound - 3
            findings.append(.doubtful(element.id, .separatorsLost, at: place))
            // Of several names in one, the last is the one that is lost.
            if Self.firstNames.contains(element.id) || element.id == .fullName, !seen.contains(.middleName) {
                findings.append(.doubtful(.middleName, .separatorsLost, at: place))
            }
        }
        for id in [ElementID.nameSuffix, .earlySuffix, .street2] where contested?.contains(id) == true {
            if !seen.contains(id) { findings.append(.doubtful(id, .separatorsLost, at: places[0])) }
        }
    }

    private mutating func reread(_ bytes: [UInt8], breaks: [Int] = []) {
        var fresh = RecordReader(bytes, heading: heading)
        fresh.read(bytes.span, breaks: breaks)
        fresh.confirmDirectory()
        self = fresh
    }

    /// Where a jurisdiction's subfile, named in the directory, begins within a line: its two letters twice, in a value that
    /// is too long with them, or with lines of that subfile behind.
    private var lostSubfileBreaks: [Int] {
        let span = bytes.span
        return unseenOrUntagged.compactMap { type in
            for element in elements where !element.subfile.isJurisdictionSpecific {
                guard let place = tag(of: type, span, in: element.value) else { continue }
                let definition = ElementDefinition.of(element.id, version: version)
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
