/// Something that a till should know of an applicant: the protocol's warning object.
public struct ApplicantWarning: Hashable, Sendable {
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case expired
        case notYetValid = "not_yet_valid"
        case underAge = "under_age"
        case partialDate = "partial_date"
        case truncatedName = "truncated_name"
        case lengthMismatch = "length_mismatch"
        case repaired
        case missingField = "missing_field"
        case issuerMismatch = "issuer_mismatch"
        case numberFormat = "number_format"
        case unknownIssuer = "unknown_issuer"
        case remoteUnavailable = "remote_unavailable"
        case remoteDisagrees = "remote_disagrees"
        case clockWrong = "clock_wrong"
    }

    public let code: Code
    public let field: Applicant.Field?
    /// A sentence in English that quotes no value.
    public let message: String

    public init(_ code: Code, field: Applicant.Field? = nil, message: String) {
        self.code = code
        self.field = field
        self.message = message
    }
}
