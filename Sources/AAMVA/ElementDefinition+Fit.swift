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

    /// Whether a value on a line of its own can't be this element's, though blank or a sentinel it may be.
    ///
    /// Only what no real card has: a digit in a name, a province that neither exists nor is the military's, another
    /// element with a date.
    static func isForeign(_ bytes: Span<UInt8>, _ range: Range<Int>, to kind: Kind) -> Bool {
        switch kind {
        case .name: return isForeignName(bytes, range) || holdsElement(bytes, range)
        case .text, .number: return endsInSeparator(bytes, range) || holdsElement(bytes, range)
        case .jurisdiction, .postalCode, .date:
            let value = bytes.trimmed(range)
            if value.isEmpty || bytes.isSentinel(value) { return false }
            if kind == .jurisdiction { return !isProvince(bytes, value) }
            return kind == .date ? value.count == 9 : !isPostalCode(bytes, value)
        default: return false
        }
    }

    /// Two letters of an address: a jurisdiction's, or the armed forces' AA, AE or AP.
    private static func isProvince(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        guard value.count == 2 else { return false }
        let first = bytes[value.lowerBound].uppercased
        let second = bytes[value.lowerBound + 1].uppercased
        if Jurisdiction.coded(first, second) != nil { return true }
        let military: [UInt8] = [UInt8(ascii: "A"), UInt8(ascii: "E"), UInt8(ascii: "P")]
        return first == military[0] && military.contains(second)
    }

    /// Whether the value ends in what scanners send in place of LF.
    private static func endsInSeparator(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        guard let last = value.last else { return false }
        return bytes[last] == UInt8(ascii: "|") || bytes[last] == Byte.caret
            || bytes[last] == UInt8(ascii: "~")
    }

    /// Whether an identifier stands in the value with what no text has behind it by chance: a date's eight digits, or at the
    /// end a flag's digit or a suffix; or with a sign before it that no text has. The separator before it was lost.
    private static func holdsElement(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        guard value.count >= 4 else { return false }
        for index in value.lowerBound...value.upperBound - 3 where bytes[index] == UInt8(ascii: "D") {
            // The table's identifiers are DAA to DDZ.
            guard bytes[index + 1] &- UInt8(ascii: "A") < 4 else { continue }
            let id = ElementID(bytes[index], bytes[index + 1], bytes[index + 2])
            guard let row = row(of: id) else { continue }
            if index > value.lowerBound, isForeignSign(bytes[index - 1]) { return true }
            let rest = index + 3..<value.upperBound
            switch table[row].kind {
            case .date where bytes.number(rest.lowerBound, digits: 8) != nil: return true
            case .flag where rest.count == 1 && bytes[rest.lowerBound].isDigit: return true
            default: if id == .nameSuffix, NameSuffix.isSuffix(bytes.text(rest)) { return true }
            }
        }
        return false
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

    /// Whether a sign stands in the value that no name has, or a digit that neither is an ordinal's, such as a suffix
    /// `3RD`, nor ends it, as on sample cards.
    private static func isForeignName(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        for index in value where !bytes[index].isLetter && bytes[index] != Byte.space {
            if isForeignSign(bytes[index]) { return true }
            let isInner = bytes[index].isDigit && index + 1 < value.upperBound
            if isInner, !bytes[index + 1].isDigit, !isOrdinalEnding(bytes, index + 1) { return true }
        }
        return false
    }

    private static func isOrdinalEnding(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        bytes.spells("ST", at: index) || bytes.spells("ND", at: index) || bytes.spells("RD", at: index)
            || bytes.spells("TH", at: index)
    }

    private static func isForeignSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "^"), UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "?"),
            UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "\\"),
            UInt8(ascii: "#"):
            true
        default: false
        }
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == Byte.space || byte == Byte.hyphen
            || byte == UInt8(ascii: "*") || byte == UInt8(ascii: ".")
    }

    /// Five digits, with up to four more behind a blank or a hyphen, or nine; or Canada's six marks.
    private static func isPostalCode(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        var marks = 0
        var head: Int?
        var isNumber = true
        var isCanadian = true
        for index in value {
            if bytes[index] == Byte.space || bytes[index] == Byte.hyphen {
                head = head ?? marks
            } else if bytes[index].isDigit || bytes[index].isLetter {
                isNumber = isNumber && bytes[index].isDigit
                isCanadian = isCanadian && bytes[index].isDigit == (marks % 2 == 1)
                marks += 1
            } else {
                return false
            }
        }
        guard isNumber else { return isCanadian && marks == 6 }
        return marks == 9 || head ?? marks == 5 && marks < 9
    }
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
