/// Finds an identifier's row in `ElementDefinition.table`, and what its value must be like, without a search.
///
/// Readers keep one at hand: reaching for a global in each line costs as much as reading it.
struct ElementRows: Sendable {
    /// What is asked of an element in each line.
    struct Form {
        /// The element's row in `ElementDefinition.table`.
        let row: UInt8
        /// How long the value can be at most, padding apart; no bound for names, texts and numbers, which cards exceed.
        let width: UInt8
        let kind: ElementDefinition.Kind
        /// Whether it is a date, or few cards have it.
        let isNoted: Bool
        /// Whether few cards have it.
        var isUncommon: Bool { isNoted && kind != .date }
        /// Whether an element can stand in the value that nothing of the value's form keeps out.
        var mayHoldSuspected: Bool { kind.isFree || kind == .letters || kind == .measure }

        fileprivate init(_ definition: ElementDefinition, row: Int) {
            self.row = UInt8(row)
            width = definition.kind.isFree ? .max : UInt8(definition.width)
            kind = definition.kind
            isNoted = kind == .date || ElementDefinition.table[row].isUncommon
        }
    }

    /// From version 02 on.
    static let shared = ElementRows { _ in nil }
    /// And before.
    static let early = ElementRows { id in ElementDefinition.early.first { $0.id == id } }

    /// By the lower five bits of an identifier's second and third letter; `nil` where no version defines it.
    private let forms: [Form?]

    private init(_ replacement: (ElementID) -> ElementDefinition?) {
        var forms = [Form?](repeating: nil, count: 1 << 10)
        for (row, definition) in ElementDefinition.table.enumerated() {
            let place = Self.place(of: definition.id)
            forms[place] = Form(replacement(definition.id) ?? definition, row: row)
        }
        self.forms = forms
    }

    private static func place(of id: ElementID) -> Int { Int(id.packed >> 3 & 0x3E0 | id.packed & 0x1F) }

    /// `nil` where the standard defines the element in no version, or outside `D`.
    subscript(id: ElementID) -> Form? {
        // Upper-case letters and five other bytes, of which no identifier is made, have these bits in common.
        guard id.packed & 0xFF_E0E0 == 0x44_4040 else { return nil }
        return forms[Self.place(of: id)]
    }
}

extension ElementRows.Form {
    /// Whether a glance tells that a value has the form: what it doesn't tell of is held against the form byte by byte.
    @inline(__always)
    func admits(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        guard value.count <= Int(width) else { return false }
        switch kind {
        case .flag, .truncation, .country: return true
        // Nothing shorter holds a value, a foreign byte and an identifier.
        case .letters, .measure: return value.count < 7 || !bytes.mayHoldElement(value)
        case .text, .place, .number:
            guard let last = value.last else { return true }
            return (bytes[last].isLetter || bytes[last].isDigit) && !bytes.mayHoldElement(value)
        case .name:
            return bytes.isWords(value) && !bytes.mayHoldElement(value)
                && value.last.map { bytes[$0] } != Byte.space
        case .date:
            return value.count == 8 && bytes[value.lowerBound].isDigit && bytes[value.upperBound - 1].isDigit
        case .jurisdiction: return value.count == 2 && ElementDefinition.isProvince(bytes, value)
        case .postalCode: return bytes.isZIPCode(value)
        case .suffix: return value.isEmpty || NameSuffix.isSuffix(bytes.extracting(value))
        }
    }
}
