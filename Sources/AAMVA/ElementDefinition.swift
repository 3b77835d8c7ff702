/// What the standard says of one data element.
///
/// Source: AAMVA DL/ID Card Design Standard (2000), table E-3; (2003 to 2020), Annex D, tables D.3 and D.4.
public struct ElementDefinition: Sendable {
    /// The form of an element's value, as narrow as real cards allow.
    public enum Kind: Hashable, Sendable {
        /// Letters, blanks, hyphens, apostrophes, periods and commas; no digits.
        case name
        /// Any text.
        case text
        /// Eight digits, CCYYMMDD or MMDDCCYY.
        case date
        /// One or two letters or digits that stand for something.
        case flag
        /// A word or an abbreviation, such as a colour.
        case letters
        /// A licence's, a customer's or a document's number: letters, digits and a few signs.
        case number
        /// Digits with or without a unit.
        case measure
        case postalCode
        /// Two letters.
        case jurisdiction
        /// Three letters.
        case country
    }

    public let id: ElementID
    /// What the standard calls it, such as `Customer family name`.
    public let name: String
    public let kind: Kind
    /// The most bytes that real cards hold, padding apart.
    let width: Int
    /// A social security number or health data, which never leaves the decoder's caller.
    public let isRedacted: Bool

    init(
        _ id: StaticString, _ name: String, _ kind: Kind, _ width: Int = 25, isRedacted: Bool = false
    ) {
        self.id = ElementID(id)
        self.name = name
        self.kind = kind
        self.width = width
        self.isRedacted = isRedacted
    }

    /// The definition in the given version; a few elements changed their meaning after version 01.
    ///
    /// `nil` for what the standard doesn't define, such as jurisdictions' own elements.
    public static func of(_ id: ElementID, version: Int?) -> ElementDefinition? {
        if (version ?? 0) <= 1, let early = early.first(where: { $0.id == id }) { return early }
        guard let slot = id.slot else { return others.first { $0.id == id } }
        let row = rows[slot]
        return row == 0 ? nil : table[Int(row) - 1]
    }

    /// Whether the standard defines the element in any version.
    static func isKnown(_ id: ElementID) -> Bool {
        guard let slot = id.slot else { return false }
        return rows[slot] != 0
    }

    /// The table's row plus one for each of the 676 ids `DAA` to `DZZ`; zero where there is none.
    private static let rows: [UInt8] = {
        var rows = [UInt8](repeating: 0, count: 26 * 26)
        for (row, definition) in table.enumerated() {
            if let slot = definition.id.slot { rows[slot] = UInt8(row + 1) }
        }
        return rows
    }()
}

extension ElementID {
    /// The place of `D` and two capital letters among the 676 such ids.
    var slot: Int? {
        let second = UInt8(truncatingIfNeeded: packed >> 8)
        let third = UInt8(truncatingIfNeeded: packed)
        guard packed >> 16 == 0x44, second.isUppercase, third.isUppercase else { return nil }
        return Int(second &- 0x41) * 26 + Int(third &- 0x41)
    }
}
