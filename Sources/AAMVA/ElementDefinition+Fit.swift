extension ElementDefinition.Kind {
    /// Whether nearly any text fits, so that a value's end can't be told from what follows.
    var isFree: Bool { self == .name || self == .place || self == .text || self == .number }
    /// Whether no text has the form by chance.
    var isTelling: Bool { self == .date || self == .country || self == .jurisdiction }
}

extension ElementDefinition {
    /// Whether a value could be this element's: how separators that were lost are found again.
    func fits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let value = bytes.trimmed(range)
        guard !value.isEmpty else { return !isNeverBlank }
        if bytes.isSentinel(value) { return kind != .jurisdiction && kind != .flag && kind != .truncation }
        guard value.count <= width, !(kind.isFree && bytes[value.lowerBound] == Byte.comma) else {
            return false
        }
        if kind == .flag { return isFlag(bytes.text(value).uppercased()) }
        return Self.fits(bytes, value, kind)
            && !(kind.isFree && (bytes.holdsGap(value) || bytes[range.lowerBound] == Byte.space))
    }

    /// Whether a value on a line of its own can't be this element's, though blank or a sentinel it may be.
    ///
    /// Only what no real card has: a digit in a name, a province that neither exists nor is the military's, another
    /// element with a date.
    static func isForeign(_ bytes: Span<UInt8>, _ range: Range<Int>, to kind: Kind) -> Bool {
        switch kind {
        case .name:
            return isForeignName(bytes, range) || hasDamagedPadding(bytes, range)
                || holdsElement(bytes, range, in: kind)
        case .text: return endsInSeparator(bytes, range) || holdsElement(bytes, range, in: kind)
        case .place, .number:
            // Numbers are masked and closed by asterisks.
            let allowed = kind == .number ? UInt8(ascii: "*") : Byte.space
            return range.contains { bytes[$0] != allowed && isForeignInText(bytes[$0]) }
                || hasDamagedPadding(bytes, range)
                || holdsElement(bytes, range, in: kind)
        case .suffix:
            let value = bytes.trimmed(range)
            return !value.isEmpty && !bytes.isSentinel(value) && !NameSuffix.mayBeSuffix(bytes, value)
        case .jurisdiction, .postalCode, .date:
            let value = bytes.trimmed(range)
            if value.isEmpty || bytes.isSentinel(value) { return false }
            if kind == .jurisdiction { return !isProvince(bytes, value) }
            return kind == .date ? value.count == 9 : !isPostalCode(bytes, value)
        default: return false
        }
    }

    /// Two letters of an address: a jurisdiction's, or the armed forces' AA, AE or AP.
    static func isProvince(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        guard value.count == 2 else { return false }
        let first = bytes[value.lowerBound].uppercased
        let second = bytes[value.lowerBound + 1].uppercased
        if Jurisdiction.coded(first, second) != nil { return true }
        let military: [UInt8] = [UInt8(ascii: "A"), UInt8(ascii: "E"), UInt8(ascii: "P")]
        return first == military[0] && military.contains(second)
    }

    /// Whether a value that goes on could still fit: its bytes so far, and its length.
    func mayBegin(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard kind.isFree else { return range.count <= 12 }
        guard range.count <= width + 40 else { return false }
        return kind != .name || Self.isName(bytes, range)
    }

    private var isNeverBlank: Bool {
        id == .number || id == .familyName || id == .fullName || id == .birthDate || id == .province
            || id == .firstName || id == .givenNames || id == .city
    }

    private static func fits(_ bytes: Span<UInt8>, _ value: Range<Int>, _ kind: Kind) -> Bool {
        switch kind {
        case .text, .place: true
        case .suffix: NameSuffix.mayBeSuffix(bytes, value)
        case .name: isName(bytes, value)
        case .date:
            value.count == 8 && bytes.number(value.lowerBound, digits: 8) != nil
                || value.count == 10 && bytes.number(value.lowerBound, digits: 2) != nil
        case .flag: true
        case .truncation: [0x54, 0x4E, 0x55].contains(bytes[value.lowerBound])
        case .letters: value.allSatisfy { bytes[$0].isLetter }
        case .number: value.allSatisfy { isNumberByte(bytes[$0]) }
        case .measure: isMeasure(bytes, value)
        case .postalCode: isPostalCode(bytes, value) || bytes.isZeroFilled(value)
        case .jurisdiction: Jurisdiction.coded(bytes.text(value)) != nil
        case .country: ["USA", "CAN", "CDN", "MEX"].contains(bytes.text(value))
        }
    }

    /// One of the codes that stand for something; `Y` or `N`, or a digit, where the standard lists none.
    ///
    /// Sources: ANSI D-20, "Race/ethnicity"; AAMVA DL/ID Card Design Standard (2020), table D.3, DBC and DDA; for DDA `B`,
    /// IdParser's fixture of New Jersey.
    private func isFlag(_ code: String) -> Bool {
        switch id {
        case .sex: ["1", "2", "9", "0", "M", "F", "X", "U"].contains(code)
        case ElementID("DDA"): ["F", "N", "M", "B"].contains(code)
        case ElementID("DCL"): ["AI", "AP", "BK", "H", "O", "U", "W", "A", "B", "I"].contains(code)
        default: code.utf8.count == 1 && (code.utf8.first?.isDigit == true || code == "Y" || code == "N")
        }
    }

    /// Without digits, but for an ordinal that is a word, as a suffix `3RD` behind a name.
    private static func isName(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        value.allSatisfy { index in
            guard bytes[index].isDigit else { return true }
            let isWord = index == value.lowerBound || !bytes[index - 1].isLetter && !bytes[index - 1].isDigit
            return isWord && isOrdinalEnding(bytes, index + 1)
        }
    }

    /// Up to four digits with a unit or signs, such as `068 in`, `181 cm`, `5'-04"`; or a whole number.
    private static func isMeasure(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        let digits = value.count { bytes[$0].isDigit }
        return digits == value.count
            || (1...4).contains(digits)
                && value.allSatisfy { index in
                    let byte = bytes[index]
                    return byte.isDigit || units.contains(byte.uppercased)
                        || !byte.isLetter && byte.isPrintableASCII
                }
    }

    /// The letters of inches, feet, centimetres, pounds and kilograms.
    private static let units = Array("INFTCMLBSKG".utf8)

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
    /// Whether blanks, as many as no text has, part the value from an element: it holds padding and what follows that.
    fileprivate func holdsGap(_ value: Range<Int>) -> Bool {
        var blanks = 0
        for index in value {
            let isBlank = self[index] == Byte.space
            if !isBlank, blanks >= 3, index + 3 <= value.upperBound,
                ElementDefinition.isKnown(element(at: index))
            {
                return true
            }
            blanks = isBlank ? blanks + 1 : 0
        }
        return false
    }

    /// Five or nine digits, and padding.
    func isZIPCode(_ value: Range<Int>) -> Bool {
        let digits = digitRun(at: value.lowerBound)
        guard digits == 5 || digits == 9, digits <= value.count else { return false }
        return (value.lowerBound + digits..<value.upperBound).allSatisfy { self[$0] == Byte.space }
    }

    /// A ZIP code with zeros behind it up to the element's ten or eleven bytes, as Massachusetts and Wisconsin wrote it. A
    /// digit too many makes the same of nine, so the value stays in doubt.
    func isZeroFilled(_ value: Range<Int>) -> Bool {
        guard value.count == 10 || value.count == 11, digitRun(at: value.lowerBound) >= value.count else {
            return false
        }
        let zero = UInt8(ascii: "0")
        return value.dropFirst(5).allSatisfy { self[$0] == zero } && value.contains { self[$0] != zero }
    }

    /// `NONE`, `unavl` or `unavail`, in any letter case: the card says that there is no value.
    ///
    /// Source: AAMVA DL/ID Card Design Standard (2003 to 2020), Annex D, "Data elements".
    @inline(__always)
    func isSentinel(_ value: Range<Int>) -> Bool {
        switch value.count {
        case 4: spells("NONE", at: value.lowerBound)
        case 5: spells("UNAVL", at: value.lowerBound)
        case 7: spells("UNAVAIL", at: value.lowerBound)
        default: false
        }
    }
}
