import Scanning

extension PointOfSaleError {
    /// Why there is no applicant where nothing stands in for the endpoint.
    var scanFailure: ScanFailure {
        isUnavailable || own == .cancelled
            ? ScanFailure(
                .remoteUnavailable,
                message:
                    "The licence could not be looked at, as the POS API did not answer; scan it again in a moment, "
                    + "or enter the customer by hand.")
            : ScanFailure(
                .notAccepted,
                message:
                    "The POS API did not accept this licence; scan it again, or enter the customer by hand.")
    }
}

extension Resolution {
    /// The same, saying that it stands in for an endpoint that gave no answer.
    func standing(in error: PointOfSaleError) -> Resolution {
        guard case .applicant(let applicant, let source, let document, let warnings) = self else {
            return self
        }
        let reason =
            error.isUnavailable || error.own == .cancelled
            ? "The POS API gave no answer in time, or none that could be used"
            : "The POS API did not accept this licence"
        let warning = ApplicantWarning(
            .remoteUnavailable, message: "\(reason); this was read from the card itself.")
        return .applicant(applicant, source: source, document: document, warnings: warnings + [warning])
    }
}
