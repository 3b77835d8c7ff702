/// Identifiers within a value whose separator may be the byte before them, overwritten: the directory's length agrees then,
/// and nothing tells of it where the element is one that cards may lack.
extension ElementDefinition {
    /// Calls `body` with each identifier behind a byte that is foreign to the value.
    static func visitSuspected(
        _ bytes: Span<UInt8>, _ value: Range<Int>, in kind: Kind, _ body: (Int, ElementID) -> Void
    ) {
        guard value.count >= 4 else { return }
        // The table's identifiers are DAA to DDZ.
        for index in value.lowerBound + 1...value.upperBound - 3
        where bytes[index] == UInt8(ascii: "D") && bytes[index + 1] &- UInt8(ascii: "A") < 4 {
            let id = bytes.element(at: index)
            if isKnown(id), isSuspected(bytes, index, in: value, kind) { body(index, id) }
        }
    }

    private static func isSuspected(
        _ bytes: Span<UInt8>, _ index: Int, in value: Range<Int>, _ kind: Kind
    ) -> Bool {
        let before = bytes[index - 1]
        let end = index + 3
        // Behind a sign that parts words, as in SMITH-DAHL, or an accent, a word may go on, but neither end nor count.
        let isBroken = end == value.upperBound || bytes[end].isDigit
        if before == Byte.space || before == Byte.comma || before == UInt8(ascii: "'") { return false }
        // These part early cards' names.
        if kind == .name, before == Byte.dollar || before == Byte.at { return false }
        if before.isDigit || before.isUppercase {
            guard kind == .place, index - 2 >= value.lowerBound else { return false }
            return isWedged(bytes, index - 1, isLast: end == value.upperBound)
        }
        let isSoft = before.isLetter || wordSigns.contains(before) || isAccent(bytes, index - 1)
        // Washington's numbers are filled up with asterisks.
        return isBroken || !isSoft && !(kind == .number && before == UInt8(ascii: "*"))
    }

    /// Whether a letter or a digit in a street or a city belongs to no word: a letter between a number and the identifier, a
    /// digit between a word and it, or at the end a consonant too many.
    private static func isWedged(_ bytes: Span<UInt8>, _ index: Int, isLast: Bool) -> Bool {
        let before = bytes[index - 1]
        if bytes[index].isDigit { return before.isLetter }
        return before.isDigit || isLast && isConsonant(before) && isConsonant(bytes[index])
    }

    private static func isConsonant(_ byte: UInt8) -> Bool {
        byte.isLetter && !vowels.contains(byte.uppercased)
    }

    private static let vowels = Array("AEIOUY".utf8)
    private static let wordSigns = Array("-./&@$`()\"".utf8)

    /// Whether a letter above ASCII ends at the place, in ISO 8859-1 or UTF-8.
    private static func isAccent(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        let byte = bytes[index]
        if byte >= 0xC0 { return byte != 0xD7 && byte != 0xF7 }
        return byte >= 0x80 && index > 0 && bytes[index - 1] > 0xC2
    }
}

extension RecordReader {
    /// Leaves values in doubt that hold an element which the record lacks, and that element.
    mutating func doubtSuspected() {
        let payload = bytes
        let span = payload.span
        var held: [(holder: ElementID, id: ElementID, place: Int)] = []
        for element in elements where !element.subfile.isJurisdictionSpecific {
            guard let form = rows[element.id], form.mayHoldSuspected else { continue }
            ElementDefinition.visitSuspected(span, element.value, in: form.kind) { place, id in
                let definition = ElementDefinition.of(id, version: version)
                guard !seen.contains(id), definition?.versions.contains(min(version ?? 11, 11)) == true
                else { return }
                held.append((element.id, id, place))
            }
        }
        for (holder, id, place) in held {
            for id in [holder, id] where !isDoubted(id) {
                findings.append(.doubtful(id, .separators, at: place))
            }
        }
    }
}
