/// Social security numbers that a lost separator has put behind another value.
extension RecordReader {
    /// Cuts them off, whatever the version: nobody is to see one, and the value before it is in doubt.
    mutating func cutHiddenNumbers() {
        for index in elements.indices {
            let element = elements[index]
            guard let place = bytes.span.hiddenNumber(in: element.value) else { continue }
            elements[index] = Element(
                id: element.id, subfile: element.subfile, value: element.value.lowerBound..<place)
            findings.append(.doubtful(element.id, .separatorsLost, at: place))
        }
    }
}

extension Span<UInt8> {
    /// Where a social security number's identifier stands, with nine digits behind it, with signs or blanks between them.
    func hiddenNumber(in value: Range<Int>) -> Int? {
        guard value.count >= 12 else { return nil }
        return (value.lowerBound...value.upperBound - 12).first { place in
            guard spells("DBK", at: place) || spells("DBM", at: place) else { return false }
            let rest = (place + 3..<value.upperBound).prefix { !self[$0].isLetter }
            return rest.count { self[$0].isDigit } >= 9
        }
    }
}
