/// What became of a licence: an applicant by the endpoint or by the local decode, or why there is none.
public enum Resolution: Sendable {
    case applicant(
        Applicant, source: TillMessage.ApplicantLine.Source, document: Document?, warnings: [ApplicantWarning]
    )
    case failed(ScanFailure)
}
