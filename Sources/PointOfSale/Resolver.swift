public import AAMVA
public import Scanning

/// Turns a licence's record into an applicant.
///
/// It never throws: a customer is waiting, so the answer is an applicant or the reason why there is none.
public actor Resolver {
    private var settings: ApplicantSettings

    public init(settings: ApplicantSettings) {
        self.settings = settings
    }

    /// Takes new settings, for every scan from now on.
    public func update(_ settings: ApplicantSettings) {
        self.settings = settings
    }

    /// The local decode's answer.
    ///
    /// - Parameters:
    ///   - today: the day that warnings go by.
    ///   - document: whether a socket asks for every decoded element.
    public func resolve(_ record: Record, today: Today, document: Bool) async -> Resolution {
        ApplicantReading.resolve(record, settings: settings, today: today, document: document)
    }
}
