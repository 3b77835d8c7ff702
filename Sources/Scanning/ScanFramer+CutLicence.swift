import AAMVA

extension ScanFramer {
    /// The longest silence that `idle_gap` can be.
    private static let longestPause = Duration.seconds(2)

    /// Whether a scan is what was still to come of a licence when it was judged, as its scanner paused for too long: more
    /// lines, and no licence's beginning. It was told of as `truncated`, and is no second event.
    func isRestOfCutLicence(_ scan: InFlight, _ barcode: Barcode?) -> Bool {
        guard let barcode, let cutLicence, cutLicence.duration(to: scan.began) < Self.longestPause else {
            return false
        }
        return barcode.data.unicodeScalars.contains { $0 == "\n" || $0 == "\r" }
    }

    /// Remembers when the line last spoke in a licence that was judged too early.
    mutating func note(_ error: DecodeError, _ scan: InFlight) {
        if case .truncated = error { cutLicence = scan.pace.last }
    }
}
