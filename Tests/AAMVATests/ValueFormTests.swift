import AAMVA
import Testing

@Suite struct ValueFormTests {
    private static let elements = [
        "DCAD", "DCBNONE", "DCDNONE", "DBA12312030", "DCSSAMPLE", "DDEN", "DACJANE", "DDFN", "DADQ", "DDGN",
        "DBD01022020", "DBB03041985", "DBC2", "DAYBRO", "DAU065 in", "DAG1 EXAMPLE ST", "DAIRICHMOND",
        "DAJVA", "DAK232690000  ", "DAQT64235789", "DCF123", "DCGUSA",
    ]

    /// A whole record with one element's line in place of its own.
    private func record(_ line: String, issuer: String = "636000") throws -> Record {
        let elements = Self.elements.map { $0.prefix(3) == line.prefix(3) ? line : $0 }
        return try #require(LicencePayload(elements, issuer: issuer).outcome.record)
    }

    @Test(arguments: [
        "DAJ9A", "DAJVQ", "DCSSAM9LE", "DCSSAM^LE", "DACJA|NE", "DADQ=", "DAK12E450000  ", "DAK1234",
        "DAK0210900000",
        "DAK750010",
        "DAG1 EXAMPLEDBB03041985", "DCF12DDB01012020", "DACANN DDK1", "DAG2 ELM ST#DDD1", "DADLEEZDCUJR",
        "DBB03042085", "DBA12312019", "DBA12312030N",
        "DCSSAMPLE!        ", "DCSSAMPLE     !    ", "DCSSAMPLE     Q    ", "DCSSAM(PLE", "DCSSAM:PLE",
        "DAD   \"   ",
        "DAD     X    ", "DACJANE`  ", "DACJANE\u{A0}    ", "DAIRICHMOND (    ", "DAIRICHMOND    0    ",
        "DAG1 EXAMPLE ST$    ", "DAG1 EXAMPLE ST    4    ", "DAQT64235789!   ", "DAQT64235789    7  ",
        "DAG18 EXAMPLE*DAH",
    ])
    func `a value that can't be its element's is in doubt`(_ line: String) throws {
        let id = line.prefix(3)
        #expect(
            try record(line).findings.contains {
                if case .doubtful(let element, _, _) = $0 { element.code == id } else { false }
            })
    }

    @Test(arguments: [
        "DCSO'NEIL-LEE ST. JOHN", "DCSSAMPLE,", "DCSCÔTÉ", "DACJEAN/JOHN", "DADLEE 3RD", "DAJAE",
        "DCSNUMBER1",
        "DAK23269-1234", "DAK96826     0", "DAKM5V 3R7", "DAKM5V3R7     ", "DAG4500 N 12TH AVE", "DAD",
        "DAK71901 4455", "DAG1  EXAMPLE ST  #4   ", "DAG1 EXAMPLE ST (REAR)  ", "DAIST. JOHN'S   ",
        "DCSMC  NEIL   ",
        "DAG5TH & MAIN 1/2  ", "DAG% SAMPLE 1 ST  ", "DAQDOE*J123*", "DCK*D1234*", "DCD*/*         ",
        "DCFX/12/20200101ABCD", "DAIUNAVL",
    ])
    func `what real cards hold has no finding`(_ line: String) throws {
        #expect(try record(line).findings == [])
    }

    @Test(arguments: ["DAK00000", "DAK000000000  "])
    func `a postal code of zeros is none`(_ line: String) throws {
        #expect(License(try record(line)).postalCode == nil)
    }

    @Test func `a date with a letter behind it is read`() throws {
        #expect(License(try record("DBA12312030N")).expiryDate?.date.iso8601 == "2030-12-31")
    }

    @Test(arguments: [("DAJNF", "NL"), ("DAJPQ", "QC"), ("DAJva", "VA")])
    func `a province's former code becomes today's`(_ line: String, _ code: String) throws {
        #expect(License(try record(line)).province == code)
    }

    @Test(arguments: ["636061", "636060", "636047"])
    func `dates with the year first are no news from the states that have them`(_ issuer: String) throws {
        let elements = Self.elements.map { line in
            ["DBA": "DBA20301231", "DBB": "DBB19850304", "DBD": "DBD20200102"][String(line.prefix(3))] ?? line
        }
        #expect(try #require(LicencePayload(elements, issuer: issuer).outcome.record).findings == [])
    }

    @Test func `an early card's medical indicator may be a digit`() throws {
        let elements = ["DAQ1", "DAASAMPLE,JANE,Q,3RD", "DBG1", "DBB19850304"]
        let record = try #require(LicencePayload(elements, version: "01").outcome.record)
        #expect(!record.findings.contains { if case .doubtful = $0 { true } else { false } })
    }

    @Test func `the parts of two addresses are never mixed`() throws {
        let lines = [
            "DAGNONE", "DAIRICHMOND", "DAJVA", "DAK23269", "DAL1 EXAMPLE ST", "DANRALEIGH", "DAONC",
            "DAP27601",
        ]
        let license = License(try #require(LicencePayload(lines, version: "01").outcome.record))
        #expect([license.city, license.province, license.postalCode] == ["RALEIGH", "NC", "27601"])
    }
}
