public import AAMVA
public import Scanning

/// Turns a licence's record into an applicant.
///
/// It never throws: a customer is waiting, so the answer is an applicant or the reason why there is none.
public actor Resolver {
    private var settings: ApplicantSettings
    private var givesDocuments: Bool

    /// - Parameter givesDocuments: whether a socket asks for every decoded element.
    public init(settings: ApplicantSettings, givesDocuments: Bool) {
        self.settings = settings
        self.givesDocuments = givesDocuments
    }

    /// Takes new settings, for every scan from now on.
    public func update(_ settings: ApplicantSettings, givesDocuments: Bool) {
        self.settings = settings
        self.givesDocuments = givesDocuments
    }

    /// The local decode's answer.
    ///
    /// - Parameter today: the day that warnings go by.
    public func resolve(_ record: Record, today: Today) async -> Resolution {
        ApplicantReading.resolve(record, settings: settings, today: today, document: givesDocuments)
    }
}
