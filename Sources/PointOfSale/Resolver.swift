public import Scanning

/// Turns a licence's record into an applicant.
///
/// It never throws: a customer is waiting, so the answer is an applicant or the reason why there is none.
public actor Resolver {
    private var settings: ApplicantSettings

    public init(settings: ApplicantSettings) {
        self.settings = settings
    }
}
