import AAMVA

extension ScanFramer {
    /// The longest silence that `idle_gap` can be.
    private static let longestPause = Duration.seconds(2)

    /// Whether a scan is what was still to come of a licence when it was judged, as its scanner paused for too long: more
    /// lines, and no licence's beginning. That was told of as `truncated`, or as an applicant in doubt; this is no second event.
    func isRestOfCutLicence(_ scan: InFlight, _ barcode: Barcode?) -> Bool {
        guard let barcode, follows(cutLicence, scan) else { return false }
        return barcode.data.unicodeScalars.contains { $0 == "\n" || $0 == "\r" }
    }

    /// Whether a scan began so soon after something that it may be the rest of it.
    func follows(_ earlier: ContinuousClock.Instant?, _ scan: InFlight) -> Bool {
        earlier.map { $0.duration(to: scan.began) < Self.longestPause } ?? false
    }

    /// Remembers when the line last spoke in a licence that was judged too early.
    mutating func note(_ error: DecodeError, _ scan: InFlight) {
        if case .truncated = error { cutLicence = scan.pace.last }
    }

    /// The same for a licence that was believed although its directory tells of more: that may still come.
    mutating func note(_ record: Record, _ scan: InFlight) {
        let endsEarly = record.findings.contains {
            if case .doubtful(_, .endsEarly, _) = $0 { true } else { false }
        }
        if endsEarly { cutLicence = scan.pace.last }
    }
}
