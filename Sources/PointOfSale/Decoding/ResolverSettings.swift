public import Scanning

/// What the configuration says of decoding.
public struct ResolverSettings: Hashable, Sendable {
    public var applicant: ApplicantSettings
    /// Whether a socket asks for every decoded element.
    public var givesDocuments: Bool
    public var mode: DecodeMode
    /// How long a till may wait for the endpoint, from a scan's last byte.
    public var deadline: Duration
    /// How long the search for an applicant's accounts may take, from when it is asked for.
    public var searchDeadline: Duration

    public init(
        applicant: ApplicantSettings = ApplicantSettings(), givesDocuments: Bool = false,
        mode: DecodeMode = .local,
        deadline: Duration = .milliseconds(1500), searchDeadline: Duration = .seconds(5)
    ) {
        self.applicant = applicant
        self.givesDocuments = givesDocuments
        self.mode = mode
        self.deadline = deadline
        self.searchDeadline = searchDeadline
    }
}
