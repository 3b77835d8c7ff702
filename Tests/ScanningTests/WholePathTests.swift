import AAMVA
import Scanning
import Testing

/// From a scanner's bytes or keys to what a till reads.
@Suite struct WholePathTests {
    private static let ontario =
        #""applicant":{"first_name":"ROBIN","middle_name":"LEE","last_name":"SAMPLE","dob":"1985-04-17","#
        + #""address_1":"12 EXAMPLE ST","city":"TORONTO","province":"ON","postal_code":"M5V 2T6","#
        + #""country":"CAN","govid_type":"CADL","govid_issuedby":"ON","govid_number":"S04018500850417","#
        + #""govid_expiry":"2034-04-17"},"warnings":[]}"# + "\n"

    /// The lines of what the inputs gave, and of the silence after them.
    private func lines(_ inputs: [ScannerInput], layout: KeyboardLayout?) -> [String] {
        let transport: ScannerStatus.Transport = layout == nil ? .serial : .evdev
        var track = ScannerTrack(
            settings: .init(transport: transport), wedge: layout.map { WedgeCandidates(layouts: [$0]) },
            key: (1, 2))
        let now = ContinuousClock.now
        var steps = inputs.flatMap { track.receive($0, at: now) }
        steps += track.receive(.silence, at: now + .seconds(3))
        return steps.map { String(decoding: message($0).line(), as: UTF8.self) }
    }

    private func message(_ step: ScannerTrack.Step) -> TillMessage {
        let at = Timestamp(milliseconds: 0)
        switch step {
        case .reading(let scan): return .reading(scan: scan, scanner: "front", at: at)
        case .failed(let scan, let failure):
            return .scanFailed(scan: scan, scanner: "front", at: at, failure: failure)
        case .barcode(let scan, let barcode), .typed(let scan, let barcode, _):
            return .barcode(scan: scan, scanner: "front", at: at, barcode: barcode)
        case .licence(let scan, let record):
            let resolution = ApplicantReading.resolve(
                record, settings: ApplicantSettings(), today: SampleReading.today, document: false)
            switch resolution {
            case .failed(let failure):
                return .scanFailed(scan: scan, scanner: "front", at: at, failure: failure)
            case .applicant(let applicant, let source, let document, let warnings):
                return .applicant(
                    TillMessage.ApplicantLine(
                        scan: scan, scanner: "front", at: at, source: source, applicant: applicant,
                        document: document, warnings: warnings))
            }
        }
    }

    @Test func `a licence's bytes become an applicant line`() throws {
        let lines = lines([.bytes(SamplePayload.licence())], layout: nil)
        #expect(lines.count == 2)
        #expect(try #require(lines.last).hasSuffix(Self.ontario))
    }

    @Test func `a licence's keys become the same applicant line`() throws {
        let keys = Typist.keys(for: SamplePayload.licence() + [0x0D])
        let lines = lines(keys.map { .keys([$0]) }, layout: .us)
        #expect(lines.count == 2)
        #expect(try #require(lines.last).hasSuffix(Self.ontario))
    }

    @Test func `a stripe's month of expiry is its last day, and said to be no more than a month`() throws {
        let line = try #require(lines([.bytes(SamplePayload.stripe)], layout: nil).last)
        #expect(
            line.contains(#""govid_issuedby":"BC","govid_number":"7290172","govid_expiry":"2034-06-30"}"#))
        #expect(line.contains(#""warnings":[{"code":"partial_date","field":"govid_expiry","#))
    }

    /// The POS API documents its endpoint with this record: LF for a blank in the header, a stray blank in the directory,
    /// offset and length wrong, and one issuer's number on another's card.
    @Test func `the endpoint's documented example becomes its applicant, with every fault told`() throws {
        let payload =
            "@\n\u{1E}\rANSI\n604428040101 DL00310219DLDCAunavI\nDCBNONE\nDCDNONE\nDBA20200515\nDCSNUMBER1\n"
            + "DACENSTREAM \nDAD\nDBD20140516\nDBB19740515\nDBCZ\nDAYBLU\nDAU163 cm\nDAG55 UNIVERSITY AVE\n"
            + "DAITORONTO\nDAJON\nDAKM5J 2H7\nDAQD61014070660905\nDCFPEJK368N4\nDCGCAN\nDDEU\nDDFU\nDDGU\r"
        let results = RecordDecoder.decode([UInt8](payload.utf8)).results
        let read = try SampleReading(try #require(results.first).get())
        #expect(
            read.fields == [
                "first_name": "ENSTREAM", "last_name": "NUMBER1", "dob": "1974-05-15",
                "address_1": "55 UNIVERSITY AVE", "city": "TORONTO", "province": "ON",
                "postal_code": "M5J 2H7", "country": "CAN", "govid_type": "CADL", "govid_issuedby": "ON",
                "govid_number": "D61014070660905", "govid_expiry": "2020-05-15",
            ])
        #expect(
            Set(read.warnings) == [
                "repaired", "length_mismatch", "issuer_mismatch govid_issuedby", "expired govid_expiry",
            ])
    }
}
