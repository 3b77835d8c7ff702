/// A state, province or territory that issues licences, or that stands in an address.
public struct Jurisdiction: Hashable, Sendable {
    public enum Country: String, Hashable, Sendable, CaseIterable {
        case canada = "CAN"
        case unitedStates = "USA"
        case mexico = "MEX"
    }

    /// Two letters, such as `ON`.
    public let code: String
    /// The name in English.
    public let name: String
    public let country: Country
}
