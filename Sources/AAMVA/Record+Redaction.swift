extension Record {
    /// The record as a payload that may leave the machine: nothing but what an applicant is made of and what every card
    /// must have, no social security number, no health data.
    ///
    /// Header and elements are written anew in the standard's form, with a directory that is right; damage is mended, and
    /// jurisdictions' own subfiles, in which anything may stand, are left out. A stripe has no such form: it stays as it
    /// was read, with blanks for everything on its third track that isn't known to be harmless.
    ///
    /// UTF-8, whatever the card's bytes were.
    public var redactedPayload: [UInt8] {
        switch layout {
        case .aamva(let header): rebuiltFile(header)
        case .magneticStripe: blankedStripe
        }
    }

    // MARK: Files

    private func rebuiltFile(_ header: Header) -> [UInt8] {
        let shown = elements.filter { !$0.subfile.isJurisdictionSpecific && isHarmless($0) }
        var types: [SubfileType] = []
        for element in shown where !types.contains(element.subfile) { types.append(element.subfile) }
        var file = Array("@\n\u{1E}\rANSI ".utf8) + header.redactedDigits(entries: types.count)
        var offset = file.count + 10 * types.count
        let subfiles = types.map { type in subfile(type, shown.filter { $0.subfile == type }) }
        for (type, subfile) in zip(types, subfiles) {
            file += Array(type.code.utf8) + offset.digits(4) + subfile.count.digits(4)
            offset += subfile.count
        }
        return file + subfiles.joined()
    }

    /// The type, the elements with LF between them, and CR.
    private func subfile(_ type: SubfileType, _ elements: [Element]) -> [UInt8] {
        let lines = elements.map { Array(($0.id.code + text(of: $0).withoutControlCharacters).utf8) }
        return Array(type.code.utf8) + lines.joined(separator: [Byte.lineFeed]) + [Byte.carriageReturn]
    }

    /// Whether an element is wanted, and holds itself alone: where a separator was lost or an identifier damaged, a value may
    /// end in another element's, such as a social security number, which has nine digits.
    private func isHarmless(_ element: Element) -> Bool {
        guard Self.wanted.contains(element.id) else { return false }
        let value = bytes[element.value]
        if Self.redactedIdentifiers.contains(where: { value.contains($0) }) { return false }
        guard value.longestNumber >= 9 else { return true }
        return Self.longNumbers.contains(element.id)
            && elements.allSatisfy { $0.id != element.id || bytes[$0.value].elementsEqual(value) }
    }

    /// What an applicant is made of, and what the standard requires of every card.
    ///
    /// Source: AAMVA DL/ID Card Design Standard (2020), Annex D, table D.3; (2000), table E-3.
    private static let wanted: Set<ElementID> = [
        .fullName, .lastName, .firstName, .middleName, .earlySuffix, .familyName, .givenNames, .nameSuffix,
        .familyNameTruncation, .firstNameTruncation, .middleNameTruncation, .birthDate, .issueDate,
        .expiryDate,
        .street1, .street2, .city, .province, .postalCode, .residenceStreet1, .residenceStreet2,
        .residenceCity,
        .residenceProvince, .residencePostalCode, .country, .number, .documentDiscriminator, .vehicleClass,
        ElementID("DCB"), ElementID("DCD"), ElementID("DAR"), ElementID("DAS"), ElementID("DAT"), .sex,
        .eyeColor,
        .height,
    ]

    /// The wanted elements in which nine digits may stand in a row.
    private static let longNumbers: Set<ElementID> = [
        .number, .documentDiscriminator, .postalCode, .residencePostalCode,
    ]

    private static let redactedIdentifiers = ["DBG", "DBK", "DBM"].map { Array($0.utf8) }

    // MARK: Stripes

    /// Without what stands before the first and behind the last track.
    private var blankedStripe: [UInt8] {
        var payload = bytes
        let third = thirdTrack
        let shown = elements.filter { $0.id != .healthNumber }
        let isRead = shown.contains { third.contains($0.value.lowerBound) }
        // Start sentinel and versions; the postal code's columns, where they are where they belong.
        let kept = third.prefix(isRead ? 15 : 4)
        for index in third.dropFirst(kept.count) where bytes[index] != Byte.question {
            if !shown.contains(where: { $0.value.contains(index) }) { payload[index] = Byte.space }
        }
        let start = payload.firstIndex { $0 > 0x20 && $0 < 0x7F } ?? 0
        let end = payload.lastIndex(of: Byte.question).map { $0 + 1 } ?? payload.endIndex
        return Array(payload.span.text(start..<max(start, end)).withoutControlCharacters.utf8)
    }

    /// What follows the second track, from its first sign on.
    private var thirdTrack: Range<Int> {
        let second: Set<ElementID> = [.number, .expiryDate, .birthDate, .numberOverflow]
        let last = elements.filter { second.contains($0.id) }.map(\.value.upperBound).max() ?? 0
        let end = bytes[last...].firstIndex(of: Byte.question).map { $0 + 1 } ?? bytes.endIndex
        return (bytes[end...].firstIndex { !$0.isBlankOrControl } ?? bytes.endIndex)..<bytes.endIndex
    }
}

extension Header {
    /// Issuer, versions and number of subfiles. What is unknown is written as zeros; an unknown version as 10, the edition of
    /// 2020, by whose identifiers cards of unknown version are read.
    fileprivate func redactedDigits(entries: Int) -> [UInt8] {
        let version = version ?? 10
        let jurisdiction = version > 1 ? (jurisdictionVersion ?? 0).digits(2) : []
        return (issuer?.number ?? 0).digits(6) + version.digits(2) + jurisdiction + entries.digits(2)
    }
}

extension Int {
    /// The last `count` decimal digits in ASCII.
    fileprivate func digits(_ count: Int) -> [UInt8] {
        var rest = self
        var digits: [UInt8] = []
        for _ in 0..<count {
            digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        return digits.reversed()
    }
}

extension ArraySlice<UInt8> {
    /// The digits of the longest run of digits and hyphens.
    fileprivate var longestNumber: Int {
        var longest = 0
        var run = 0
        for byte in self {
            if byte.isDigit { run += 1 } else if byte != Byte.hyphen { run = 0 }
            longest = Swift.max(longest, run)
        }
        return longest
    }
}

extension String {
    /// Without C0, DEL and C1.
    fileprivate var withoutControlCharacters: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }))
    }
}
