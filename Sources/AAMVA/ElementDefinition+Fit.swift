extension ElementDefinition.Kind {
    /// Whether nearly any text fits, so that a value's end can't be told from what follows.
    var isFree: Bool { self == .name || self == .text || self == .number }
    /// Whether no text has the form by chance.
    var isTelling: Bool { self == .date || self == .country || self == .jurisdiction }
}

extension ElementDefinition {
    /// Whether a value could be this element's: how separators that were lost are found again.
    func fits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let value = bytes.trimmed(range)
        guard !value.isEmpty else { return !isNeverBlank }
        guard value.count <= width else { return false }
        if bytes.isSentinel(value) { return kind != .jurisdiction && kind != .flag && kind != .truncation }
        return Self.fits(bytes, value, kind)
    }

    /// Whether a value that goes on could still fit: its bytes so far, and its length.
    func mayBegin(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard kind.isFree else { return range.count <= 12 }
        guard range.count <= width + 40 else { return false }
        return kind != .name || Self.isName(bytes, range)
    }

    private var isNeverBlank: Bool {
        id == .number || id == .familyName || id == .fullName || id == .birthDate || id == .province
            || id == .firstName || id == .givenNames || id == .city || id == .country
    }

    private static func fits(_ bytes: Span<UInt8>, _ value: Range<Int>, _ kind: Kind) -> Bool {
        switch kind {
        case .text: true
        case .name: isName(bytes, value)
        case .date:
            value.count == 8 && bytes.number(value.lowerBound, digits: 8) != nil
                || value.count == 10 && bytes.number(value.lowerBound, digits: 2) != nil
        case .flag: value.allSatisfy { bytes[$0].isLetter || bytes[$0].isDigit }
        case .truncation: [0x54, 0x4E, 0x55].contains(bytes[value.lowerBound])
        case .letters: value.allSatisfy { bytes[$0].isLetter }
        case .number: value.allSatisfy { isNumberByte(bytes[$0]) }
        case .measure: value.contains { bytes[$0].isDigit }
        case .postalCode: isPostalCode(bytes, value)
        case .jurisdiction: Jurisdiction.coded(bytes.text(value)) != nil
        case .country: ["USA", "CAN", "CDN", "MEX"].contains(bytes.text(value))
        }
    }

    private static func isName(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        value.allSatisfy { !bytes[$0].isDigit }
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == Byte.space || byte == Byte.hyphen
            || byte == UInt8(ascii: "*") || byte == UInt8(ascii: ".")
    }

    private static func isPostalCode(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        let digits = value.count { bytes[$0].isDigit }
        return digits >= 3
            && value.allSatisfy { bytes[$0].isLetter || bytes[$0].isDigit || !isWordByte(bytes[$0]) }
            && digits + value.count(where: { bytes[$0].isLetter }) <= 9
    }

    private static func isWordByte(_ byte: UInt8) -> Bool { byte != Byte.space && byte != Byte.hyphen }
}

extension Span<UInt8> {
    /// `NONE`, `unavl` or `unavail`, in any letter case: the card says that there is no value.
    ///
    /// Source: AAMVA DL/ID Card Design Standard (2003 to 2020), Annex D, "Data elements".
    func isSentinel(_ value: Range<Int>) -> Bool {
        switch value.count {
        case 4: spells("NONE", at: value.lowerBound)
        case 5: spells("UNAVL", at: value.lowerBound)
        case 7: spells("UNAVAIL", at: value.lowerBound)
        default: false
        }
    }
}
