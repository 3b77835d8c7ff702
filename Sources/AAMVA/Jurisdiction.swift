/// A state, province or territory that issues licences, or that stands in an address.
public struct Jurisdiction: Hashable, Sendable {
    public enum Country: String, Hashable, Sendable, CaseIterable {
        case canada = "CAN"
        case unitedStates = "USA"
        case mexico = "MEX"
    }

    /// In `table`: a jurisdiction is one of a fixed list, and costs no more than a number to pass on.
    let row: Int

    /// Two letters, such as `ON`.
    public var code: String { Self.table[row].code }
    /// The name in English.
    public var name: String { Self.table[row].name }
    public var country: Country { Self.table[row].country }
}
