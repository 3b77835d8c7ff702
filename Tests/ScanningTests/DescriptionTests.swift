import AAMVA
import Scanning
import Testing

/// Values that hold a card's data describe their structure only, however they are printed.
@Suite struct DescriptionTests {
    private func shown(_ value: some Any) -> String {
        var text = "\(value) \(String(reflecting: value)) "
        dump(value, to: &text)
        return text
    }

    @Test func `keys and bytes of a scanner show their number`() {
        let keys = ScannerInput.keys([KeyEvent(code: 31, isPressed: true)])
        #expect(shown(keys).contains("keys(1)"))
        #expect(!shown(keys).contains("31"))
        #expect(!shown(KeyEvent(code: 31, isPressed: true)).contains("31"))
        #expect(!shown(ScannerInput.bytes([83])).contains("83"))
    }

    @Test func `an applicant, a document and a barcode show no value`() {
        var applicant = Applicant()
        applicant[.lastName] = "SAMPLE"
        let item = Document.Item(id: "DCS", subfile: "DL", name: nil, text: "SAMPLE", value: "SAMPLE")
        #expect(!shown(applicant).contains("SAMPLE"))
        #expect(!shown(Document(version: 9, issuer: nil, items: [item])).contains("SAMPLE"))
        #expect(!shown(item).contains("SAMPLE"))
        #expect(!shown(Barcode(symbology: nil, data: "SAMPLE")).contains("SAMPLE"))
    }

    @Test func `a resolution and its line show no value`() throws {
        let record = SampleRecord.make(SampleRecord.ontario)
        let resolution = ApplicantReading.resolve(
            record, settings: ApplicantSettings(), today: SampleReading.today, document: true)
        guard case .applicant(let applicant, let source, let document, let warnings) = resolution else {
            Issue.record("a plain licence is an applicant")
            return
        }
        let line = TillMessage.applicant(
            TillMessage.ApplicantLine(
                scan: .random(), scanner: "front", at: Timestamp(milliseconds: 0), source: source,
                applicant: applicant, document: document, warnings: warnings))
        #expect(!shown(resolution).contains("SAMPLE"))
        #expect(!shown(line).contains("SAMPLE"))
    }
}
