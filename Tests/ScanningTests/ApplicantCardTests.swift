import AAMVA
import Scanning
import Testing

/// What the card is, and who issued it.
@Suite struct ApplicantCardTests {
    private static let types: [(Int, SubfileType, String, String)] = [
        (636012, .driverLicense, "ON", "CADL"), (636012, .identificationCard, "ON", "CAID"),
        (636012, .enhancedDriverLicense, "ON", "CADL"), (636015, .driverLicense, "TX", "USDL"),
        (636015, .identificationCard, "TX", "USID"), (636057, .driverLicense, "HG", "MXDL"),
        (636057, .identificationCard, "HG", "MXID"),
    ]

    @Test(arguments: types)
    func `the type goes by the issuer's country and the subfile`(
        _ issuer: Int, _ subfile: SubfileType, _ province: String, _ type: String
    ) throws {
        let read = try SampleReading(["DAJ": province], subfile: subfile, issuer: issuer)
        #expect(read.fields["govid_type"] == type)
    }

    @Test(arguments: [nil, 999_999])
    func `where the issuer's number is unknown, the address says who issued the card`(_ issuer: Int?) throws {
        let read = try SampleReading([:], issuer: issuer)
        #expect(read.fields["govid_issuedby"] == "ON")
        #expect(read.fields["govid_type"] == "CADL")
        #expect(read.warnings == ["unknown_issuer govid_issuedby"])
    }

    @Test func `where nothing names an issuer there is none, and no type`() throws {
        let read = try SampleReading(["DAJ": nil, "DCG": nil], issuer: nil)
        #expect(read.fields["govid_issuedby"] == nil)
        #expect(read.fields["govid_type"] == nil)
        #expect(
            Set(read.warnings) == [
                "unknown_issuer govid_issuedby", "missing_field province", "missing_field country",
                "missing_field govid_type", "missing_field govid_issuedby",
            ])
    }

    @Test func `the issuer is the card's, though its holder lives elsewhere`() throws {
        let read = try SampleReading(["DAJ": "BC"])
        #expect(read.fields["govid_issuedby"] == "ON")
        #expect(read.fields["province"] == "BC")
        #expect(read.warnings == ["issuer_mismatch govid_issuedby"])
    }

    @Test func `the address is believed where the ID number has its form and not the issuer's`() throws {
        let read = try SampleReading([:], issuer: 604428)
        #expect(read.fields["govid_issuedby"] == "ON")
        #expect(read.warnings == ["issuer_mismatch govid_issuedby"])
        #expect(read.messages.first?.contains("address's") == true)
    }

    @Test func `a number of another form than the issuer's is told, never refused`() throws {
        let read = try SampleReading(["DAQ": "123"])
        #expect(read.fields["govid_number"] == "123")
        #expect(read.warnings == ["number_format govid_number"])
    }

    @Test func `a number is upper case, without blanks and hyphens`() throws {
        let read = try SampleReading(["DAQ": "s0401-85008 50417"])
        #expect(read.fields["govid_number"] == "S04018500850417")
    }
}
