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
        /// A street or a city: any text that is made of words.
        case place
        /// What follows a name to tell generations apart.
        case suffix
        /// Eight digits, CCYYMMDD or MMDDCCYY.
        case date
        /// One to three letters or digits that stand for something.
        case flag
        /// `T`, `N` or `U`: whether a name was cut to fit.
        case truncation
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
    /// The versions whose cards have the element.
    let versions: ClosedRange<Int>
    /// A social security number or health data, which never leaves the decoder's caller.
    public let isRedacted: Bool

    init(
        _ id: StaticString, _ name: String, _ kind: Kind, _ width: Int, _ versions: ClosedRange<Int> = 0...11,
        isRedacted: Bool = false
    ) {
        self.id = ElementID(id)
        self.name = name
        self.kind = kind
        self.width = width
        self.versions = versions
        self.isRedacted = isRedacted
    }

    /// The definition in the given version; a few elements changed their meaning after version 01.
    ///
    /// `nil` for what the standard doesn't define, such as jurisdictions' own elements.
    public static func of(_ id: ElementID, version: Int?) -> ElementDefinition? {
        if (version ?? 0) <= 1, let early = early.first(where: { $0.id == id }) { return early }
        return row(of: id).map { table[$0] } ?? others.first { $0.id == id }
    }

    /// The element's row in `table`; `nil` where the standard defines it in no version, or outside `D`.
    static func row(of id: ElementID) -> Int? { ElementRows.shared[id].map { Int($0.row) } }

    /// Whether the standard defines the element in any version.
    static func isKnown(_ id: ElementID) -> Bool { row(of: id) != nil }
}
