extension ElementDefinition {
    /// Whether an identifier stands in the value with what no text has behind it by chance, or a sign before it that no text
    /// has: the separator before it was lost.
    static func holdsElement(_ bytes: Span<UInt8>, _ value: Range<Int>, in kind: Kind) -> Bool {
        value.count >= 4 && bytes.holds(UInt8(ascii: "D"), in: value) && holdsKnown(bytes, value, in: kind)
    }

    private static func holdsKnown(_ bytes: Span<UInt8>, _ value: Range<Int>, in kind: Kind) -> Bool {
        for index in value.lowerBound...value.upperBound - 3 where bytes[index] == UInt8(ascii: "D") {
            // The table's identifiers are DAA to DDZ.
            guard bytes[index + 1] &- UInt8(ascii: "A") < 4 else { continue }
            guard let row = row(of: bytes.element(at: index)) else { continue }
            if index > value.lowerBound, isForeignSign(bytes[index - 1]) { return true }
            let rest = index + 3..<value.upperBound
            if table[row].isEvident(bytes, rest) { return true }
            if followsPadding(bytes, index, in: value) { return true }
            guard index > value.lowerBound, kind != .text else { continue }
            if kind != .number, table[row].isEvident(bytes, inWords: rest) { return true }
            let isWithinWord =
                !nameSigns.contains(bytes[index - 1]) && rest.contains { bytes[$0] != Byte.space }
            if isWithinWord, unspeakable.contains(table[row].id) { return true }
        }
        return false
    }

    /// Whether padding stands before the place, or before the byte that stands for its separator.
    private static func followsPadding(_ bytes: Span<UInt8>, _ index: Int, in value: Range<Int>) -> Bool {
        let isShifted = index > value.lowerBound && bytes[index - 1] != Byte.space
        let end = isShifted ? index - 1 : index
        guard end - 3 >= value.lowerBound else { return false }
        return (end - 3..<end).allSatisfy { bytes[$0] == Byte.space }
    }

    /// Whether no text has this behind the element's identifier: a date's eight digits, or at the end a flag's digit or a
    /// suffix.
    private func isEvident(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Bool {
        switch kind {
        case .date: bytes.number(rest.lowerBound, digits: 8) != nil
        case .flag: rest.count == 1 && bytes[rest.lowerBound].isDigit
        case .suffix:
            !rest.isEmpty && bytes[rest.lowerBound] != Byte.space && NameSuffix.isSuffix(bytes, rest)
        default: false
        }
    }

    /// Whether no name, street or city has this behind the element's letters.
    private func isEvident(_ bytes: Span<UInt8>, inWords rest: Range<Int>) -> Bool {
        let value = bytes.trimmed(rest)
        guard !value.isEmpty, value.lowerBound == rest.lowerBound else { return false }
        if bytes.isSentinel(value) { return true }
        switch kind {
        case .measure: return value.count <= 3 && bytes.digitRun(at: value.lowerBound) == value.count
        case .letters: return ColorCode.isListed(bytes, value)
        default:
            return (id == .street2 || id == .residenceStreet2) && SecondaryAddress.begins(bytes, value)
        }
    }

    /// What parts the words of a name or an address, so that another word begins behind it.
    private static let nameSigns = Array(" ,-'.@$".utf8)

    /// Identifiers whose letters stand together in no word.
    private static let unspeakable: Set<ElementID> = [
        ElementID("DBG"), ElementID("DBN"), ElementID("DBP"), ElementID("DBQ"), ElementID("DBS"),
        ElementID("DCB"), ElementID("DCD"), .documentDiscriminator, .country, ElementID("DCJ"),
        ElementID("DCK"),
        ElementID("DCM"), ElementID("DCN"), ElementID("DCP"), ElementID("DCQ"), .familyName, .givenNames,
    ]
}
