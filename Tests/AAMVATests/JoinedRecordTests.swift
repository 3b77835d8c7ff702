import AAMVA
import Testing

@Suite struct JoinedRecordTests {
    private static let licence = LicencePayload([
        "DAQT64235789", "DCSSAMPLE", "DACJANE", "DADQ", "DBB03041985", "DBA12312030", "DBD01022020", "DBC2",
    ]).bytes

    @Test(arguments: [
        "ZVZVA<!>#%$%VAQRSTU^WXYZABCDEFGHIJKLMNOP\r", "ZVZVAX\nZVB%VAQRSTU^WXYZABCDEFGHIJKLMNOP\r",
    ])
    func `a jurisdiction's element that looks like a stripe begins no record`(_ subfile: String) {
        let results = RecordDecoder.decode(Self.licence + Array(subfile.utf8)).results
        #expect(results.count == 1)
    }

    @Test func `a stripe behind a licence is a record of its own`() throws {
        let stripe = try LicenceFixture.named("v066").payload
        #expect(RecordDecoder.decode(Self.licence + stripe).results.count == 2)
        #expect(RecordDecoder.decode(stripe + stripe).results.count == 2)
    }
}
