/// A known data element's identifier at a given place, in upper case as on the card, or damaged in a known way.
struct ElementAnchor {
    enum Form {
        case plain
        /// In lower case or in both.
        case otherCase
        /// With a filler byte before it.
        case filled
        /// With one between its letters, in place of another letter perhaps.
        case torn
    }

    let id: ElementID
    let form: Form
    /// The first byte of the value.
    let value: Int

    /// `nil` where no known identifier stands at `index` before the end of `line`.
    init?(_ bytes: Span<UInt8>, at index: Int, in line: Range<Int>) {
        guard index + 3 <= line.upperBound else { return nil }
        let plain = ElementID(bytes[index], bytes[index + 1], bytes[index + 2])
        if ElementDefinition.isKnown(plain) || ElementDefinition.permit.contains(plain) {
            self = ElementAnchor(id: plain, form: .plain, value: index + 3)
            return
        }
        let other = ElementID(
            bytes[index].uppercased, bytes[index + 1].uppercased, bytes[index + 2].uppercased)
        guard other != plain, ElementDefinition.isKnown(other) else { return nil }
        self = ElementAnchor(id: other, form: .otherCase, value: index + 3)
    }

    private init(id: ElementID, form: Form, value: Int) {
        self.id = id
        self.form = form
        self.value = value
    }

    /// The identifier at the line's start, with up to two bytes before or between its letters that no identifier has.
    static func filled(_ bytes: Span<UInt8>, in line: Range<Int>) -> ElementAnchor? {
        var letters: [UInt8] = []
        var index = line.lowerBound
        while index < line.upperBound, letters.count < 3 {
            if bytes[index].isLetter {
                letters.append(bytes[index])
            } else if bytes[index].isPrintableASCII, bytes[index] != Byte.space {
                return nil
            }
            index += 1
        }
        guard letters.count == 3, index - line.lowerBound <= 5 else { return nil }
        let id = ElementID(letters[0], letters[1], letters[2])
        guard ElementDefinition.isKnown(id) else { return nil }
        let isTorn = (index - 3..<index).contains { !bytes[$0].isLetter }
        return ElementAnchor(id: id, form: isTorn ? .torn : .filled, value: index)
    }
}
