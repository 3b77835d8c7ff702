import AAMVA

extension ScanFramer {
    /// The silence that ends this scan: short after a suffix, unless a licence has begun or might have.
    func silence(ending scan: InFlight) -> Duration {
        let gap = settings.idleGap(at: scan.pace)
        guard current.recognition == .other, !mayStillBeLicence,
            settings.suffix.length(endOf: current.bytes) > 0
        else { return gap }
        return min(gap, settings.quiet(at: scan.pace))
    }

    /// Whether the bytes so far, or those behind a suffix in them, could still begin a licence's header.
    var mayStillBeLicence: Bool {
        current.recognition == .possible || behind?.recognition == .possible
    }

    /// Judges a whole scan, and wipes it.
    ///
    /// - Parameter isQuiet: Whether silence ended it, rather than a licence that follows at once.
    mutating func finish(_ scan: InFlight, isQuiet: Bool = true, into outputs: inout [Output]) {
        state = .idle
        behind?.reset()
        behind = nil
        current.releaseIdentifier()
        if scan.followsLicence, !scan.isAnnounced, FurtherSubfile.begins(current.bytes) {
            current.reset()
            return
        }
        let barcode =
            scan.isAnnounced
            ? nil : Barcode(current.bytes, symbology: current.symbology, suffix: settings.suffix)
        let received = current.count
        let isCutShort = current.recognition == .possible && barcode?.beginsHeader == true
        removeExplicitSuffix()
        let before = outputs.count
        let isRest = isRestOfCutLicence(scan, barcode)
        switch current.finish() {
        case .nothing:
            if let barcode, settings.typesBarcodes, barcode.holdsControl { outputs.append(.barcode(barcode)) }
        case .notLicence(.unreadable) where isRest, .record where isRest, .records where isRest:
            cutLicence = scan.pace.last
        case .notLicence where isCutShort:
            outputs.append(.failed(ScanFailure(.truncated(received: received, expected: nil))))
        case .notLicence(let error): report(barcode, error, scan, isQuiet: isQuiet, into: &outputs)
        case .record(let result): report(result, scan, isAnnounced: scan.isAnnounced, into: &outputs)
        case .records(let results): report(results, scan, into: &outputs)
        }
        if scan.isAnnounced, outputs.count == before {
            outputs.append(.failed(ScanFailure(.unreadable(received: received))))
        }
    }

    /// Takes a suffix that the decoder can't know off what it judges. Line ends it knows.
    private mutating func removeExplicitSuffix() {
        guard case .bytes(let suffix) = settings.suffix, !suffix.allSatisfy(\.isBlankControl),
            !current.isComplete
        else { return }
        current.dropLast(settings.suffix.length(endOf: current.bytes))
    }

    /// Several licences that came joined are one event each.
    private mutating func report(
        _ results: [Result<Record, DecodeError>], _ scan: InFlight, into outputs: inout [Output]
    ) {
        for (index, result) in results.enumerated() {
            report(result, scan, isAnnounced: scan.isAnnounced && index == 0, into: &outputs)
        }
    }

    /// A `reading` stands before a licence that is used.
    private mutating func report(
        _ result: Result<Record, DecodeError>, _ scan: InFlight, isAnnounced: Bool,
        into outputs: inout [Output]
    ) {
        switch result {
        case .success(let record):
            if !isAnnounced { outputs.append(.reading) }
            outputs.append(.licence(record))
            card.note(record, ended: scan.pace.last)
            note(record, scan)
        case .failure(let error):
            outputs.append(.failed(ScanFailure(error)))
            note(error, scan)
        }
    }

    /// What is no licence is a barcode, unless the decoder knows better, or it belongs to the card before it.
    private mutating func report(
        _ barcode: Barcode?, _ error: DecodeError, _ scan: InFlight, isQuiet: Bool,
        into outputs: inout [Output]
    ) {
        guard let barcode else {
            if scan.isAnnounced { outputs.append(.failed(ScanFailure(error))) }
            return
        }
        if card.holds(barcode.data, began: scan.began) { return }
        switch error {
        case .unreadable: outputs.append(passed(barcode, scan, isQuiet: isQuiet))
        case .wrongBarcode where settings.cardSerials == .pass:
            outputs.append(passed(barcode, scan, isQuiet: isQuiet))
        default: outputs.append(.failed(ScanFailure(error)))
        }
    }
}

extension Barcode {
    /// Whether there is a control character in it that is more than a blank: keys were pressed that may be no text.
    fileprivate var holdsControl: Bool { data.utf8.contains { $0 < 0x20 && !$0.isBlankControl } }

    /// Whether it is the first marks of a licence's header, `@` and a control character: no product's code begins so.
    fileprivate var beginsHeader: Bool {
        let marks = data.utf8.prefix(2)
        return marks.first == UInt8(ascii: "@") && marks.count == 2
            && marks.dropFirst().allSatisfy { $0 < 0x20 }
    }
}
