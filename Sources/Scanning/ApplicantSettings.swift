/// What the configuration's `decode` section says of applicants.
public struct ApplicantSettings: Hashable, Sendable {
    public enum NameCase: String, Hashable, Sendable, CaseIterable {
        case asIs = "as-is"
        case title
    }

    /// Whole years; below it an applicant bears `under_age`. Zero never warns.
    public var minimumAge: Int
    public var nameCase: NameCase

    public init(minimumAge: Int = 0, nameCase: NameCase = .asIs) {
        self.minimumAge = minimumAge
        self.nameCase = nameCase
    }
}
