import AAMVA
import Testing

@Suite struct ForeignElementTests {
    private func doubted(_ elements: [String], version: String) throws -> [String] {
        let always = ["DAQT64235789", "DBB19850304", "DBA20301231", "DBD20200102"]
        let record = try #require(LicencePayload(elements + always, version: version).outcome.record)
        return record.findings.compactMap {
            if case .doubtful(let id, .foreignElement, _) = $0 { id.code } else { nil }
        }
    }

    @Test(arguments: [
        (["DCSSAMPLE", "DACJANE", "DAAROSE"], "08", ["DAA"]),
        (["DCSSAMPLE", "DACJANE", "DAEN"], "08", ["DAE"]),
        (["DCSSAMPLE", "DCTJANE,Q", "DAD10162026"], "03", ["DAD"]),
        (["DAASAMPLE,JANE,Q", "DABYRO"], "01", ["DAB"]),
        (["DCSSAMPLE", "DACJANE", "DAG1 MAINE ST", "DALE"], "08", ["DAL"]),
    ])
    func `an element that the version doesn't have is in doubt`(
        _ elements: [String], _ version: String, _ expected: [String]
    ) throws {
        #expect(try doubted(elements, version: version) == expected)
    }

    @Test func `version 01's elements under a later number are read as they are`() throws {
        let elements = [
            "DAASAMPLE,JANE,Q", "DAQT64235789", "DBA20301231", "DBB19850304", "DAG1 EXAMPLE ST", "DAICHICAGO",
            "DAJIL",
            "DAK606010000  ", "DARD", "DAS********  ", "DAT*****", "DBD20200102", "DBCF", "DAU503", "DAW125",
            "DAYBLU",
        ]
        let plain = LicencePayload(elements, version: "01", issuer: "636035").bytes
        var later = plain
        later[16] = UInt8(ascii: "2")
        let record = try #require(RecordDecoder.decode(later).record)
        #expect(License(record).values == License(try #require(RecordDecoder.decode(plain).record)).values)
    }

    @Test func `a second street line is in doubt where the city is missing`() throws {
        let elements = ["DAQ1", "DCSSAMPLE", "DACJANE", "DAG1 A ST", "DAHRICHMOND", "DAJVA", "DAK23269"]
        let record = try #require(LicencePayload(elements).outcome.record)
        #expect(
            record.findings.contains {
                if case .doubtful(ElementID("DAH"), .missingElement, _) = $0 { true } else { false }
            })
    }

    @Test(arguments: [
        (["DCSSAMPLE", "DACJANE", "DABSAMPLE"], "08"), (["DCSSAMPLE", "DCTJANE,Q", "DACJANE", "DADQ"], "03"),
        (["DAASAMPLE,JANE,Q", "DABSAMPLE", "DACJANE", "DADNONE"], "01"),
        (["DABSAMPLE", "DACJANE", "DADQ"], "01"), (["DCSSAMPLE", "DCTJANE"], "09"),
    ])
    func `an element that says what a proper one says is not`(_ elements: [String], _ version: String) throws
    {
        #expect(try doubted(elements, version: version) == [])
    }
}
