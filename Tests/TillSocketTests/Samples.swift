import Scanning

/// Messages about nobody.
enum Samples {
    static func barcode(
        _ data: String = "4006381333931", scan: ScanID = .random(), scanner: String = "front"
    ) -> TillMessage {
        .barcode(scan: scan, scanner: scanner, at: moment, barcode: Barcode(symbology: "]E0", data: data))
    }

    static func applicant(scan: ScanID = .random(), scanner: String = "front") -> TillMessage {
        var applicant = Applicant()
        applicant[.lastName] = "SAMPLE"
        applicant[.firstName] = "SYNTHETIA"
        applicant[.dob] = "1990-01-02"
        applicant[.govidNumber] = "S0000000001"
        return .applicant(
            TillMessage.ApplicantLine(
                scan: scan, scanner: scanner, at: moment, source: .local, applicant: applicant,
                document: Document(version: 10, issuer: "636012", items: []), warnings: []))
    }

    static func failure(scan: ScanID = .random(), scanner: String = "front") -> TillMessage {
        .scanFailed(
            scan: scan, scanner: scanner, at: moment, failure: ScanFailure(.truncated, message: "Scan again.")
        )
    }

    static func scanner(_ name: String) -> ScannerStatus {
        ScannerStatus(name: name, transport: .serial, state: .ready)
    }

    static let moment = Timestamp(milliseconds: 1_700_000_000_000)
}
