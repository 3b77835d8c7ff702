import AAMVA

extension ScanFramer {
    /// Whether what comes now may turn out to be a barcode: no licence, no rest of one, and not dropped with a failed scan.
    func mayBecomeBarcode(at now: ContinuousClock.Instant) -> Bool {
        switch state {
        case .idle: burst.map { $0.last.duration(to: now) >= $0.gap } ?? true
        case .scanning(let scan): !scan.isAnnounced && !scan.followsLicence
        case .discarding: false
        }
    }

    /// A barcode as it goes on: nothing with a licence's lines, and where barcodes are typed, only if nothing else speaks
    /// against it.
    mutating func passed(_ barcode: Barcode, _ scan: InFlight, isQuiet: Bool) -> Output {
        guard settings.typesBarcodes else {
            return LicenceSigns.hasElementLines(Array(barcode.data.utf8))
                ? .failed(.withheld) : .barcode(barcode)
        }
        return mayBeLicence(barcode, scan) || !isQuiet ? .failed(.withheld) : .barcode(barcode)
    }

    /// Whether a scan may be a licence's, by what is in it or by what came before it.
    private mutating func mayBeLicence(_ barcode: Barcode, _ scan: InFlight) -> Bool {
        let text = Array(barcode.data.utf8)
        let isElement = LicenceSigns.beginsElement(text)
        let hasSigns = LicenceSigns.are(in: text)
        let isFurther = isElement && follows(licenceLine, scan)
        if isElement || hasSigns { licenceLine = scan.pace.last }
        return hasSigns || isFurther || scan.followsLicence
            || follows(cutLicence, scan) && !TradeItemNumber.matches(text)
    }
}
