import AAMVA
import Testing

@Suite struct LicenseReadingTests {
    /// A record of version 08 with a right directory, or of another version's shape.
    private func license(
        _ elements: [String], version: String = "08", issuer: String = "636000", type: String = "DL"
    ) throws -> License {
        License(
            try #require(
                LicencePayload(elements, version: version, issuer: issuer, type: type).outcome.record))
    }

    private func name(_ license: License) -> [String?] {
        [license.lastName, license.firstName, license.middleNames.joined(separator: "+"), license.nameSuffix]
    }

    @Test(arguments: [
        (["DCSSAMPLE", "DACMARY ANN", "DADROSE,LEE"], ["SAMPLE", "MARY ANN", "ROSE+LEE", nil]),
        (["DCSO'NEIL-LEE,", "DACNONE", "DADunavl", "DCUJR"], ["O'NEIL-LEE", nil, "", "JR"]),
        (["DCSSAMPLE", "DCTJUSTIN,WILLIAM"], ["SAMPLE", "JUSTIN", "WILLIAM", nil]),
        (["DCSSAMPLE", "DCTPRINCESS  MONACO ANN"], ["SAMPLE", "PRINCESS", "MONACO+ANN", nil]),
        (["DAASAMPLE,JACK,,3RD"], ["SAMPLE", "JACK", "", "3RD"]),
        (["DAASAMPLE, MARY JONES"], ["SAMPLE", "MARY", "JONES", nil]),
        (["DAASAMPLE,DRIVER,CREDENTIAL,"], ["SAMPLE", "DRIVER", "CREDENTIAL", nil]),
        (["DAASAMPLE@JACK@Q"], ["SAMPLE", "JACK", "Q", nil]),
        (["DAAJACK Q SAMPLE"], [nil, nil, "", nil]),
        (["DABSAMPLE", "DACJACK", "DADQ", "DAESR"], ["SAMPLE", "JACK", "Q", "SR"]),
    ])
    func `names are read by the elements that are there`(_ elements: [String], _ expected: [String?]) throws {
        #expect(name(try license(elements)) == expected)
    }

    @Test(arguments: [
        (["DAASAMPLE,MARY,JR"], ["SAMPLE", "MARY", "", "JR"]),
        (["DAASAMPLE,MARY,ROSE,LEE,III"], ["SAMPLE", "MARY", "ROSE+LEE", "III"]),
        (["DCSSAMPLE", "DCTJUSTIN WILLIAM JR"], ["SAMPLE", "JUSTIN", "WILLIAM", "JR"]),
        (["DCSSAMPLE", "DACJUSTIN", "DADLEE 3RD"], ["SAMPLE", "JUSTIN", "LEE", "3RD"]),
        (["DCSSAMPLE SR", "DACJUSTIN", "DADLEE"], ["SAMPLE", "JUSTIN", "LEE", "SR"]),
        (["DCSSAMPLE", "DACJUSTIN", "DADLEE V"], ["SAMPLE", "JUSTIN", "LEE+V", nil]),
        (["DCSSAMPLE II", "DACJUSTIN", "DCUJR"], ["SAMPLE II", "JUSTIN", "", "JR"]),
    ])
    func `a suffix behind another name is the suffix, where the card has no other`(
        _ elements: [String], _ expected: [String?]
    ) throws {
        #expect(name(try license(elements)) == expected)
    }

    @Test(arguments: [["DACNONE", "DADROSE"], ["DADROSE"]])
    func `a middle name is read though the first is absent`(_ elements: [String]) throws {
        #expect(try license(["DCSSAMPLE"] + elements).middleNames == ["ROSE"])
    }

    @Test func `Pennsylvania's names between commas are in the standard's order`() throws {
        let license = try license(["DAASAMPLE,MARY,ROSE"], version: "01", issuer: "636025")
        #expect(name(license) == ["SAMPLE", "MARY", "ROSE", nil])
    }

    @Test(arguments: [("636025", "DAAMARY ROSE SAMPLE JR"), ("636020", "DAAMARY,ROSE,SAMPLE,JR")])
    func `a suffix stays behind where the family name is last`(_ issuer: String, _ full: String) throws {
        let license = try license([full], version: "01", issuer: issuer)
        #expect(name(license) == ["SAMPLE", "MARY", "ROSE", "JR"])
    }

    @Test func `Colorado's full name is in doubt`() throws {
        let record = LicencePayload(["DAAMARY,ROSE,SAMPLE"], version: "01", issuer: "636020").outcome.record
        #expect(
            try #require(record).findings.contains {
                if case .doubtful(ElementID("DAA"), .nameOrder, _) = $0 { true } else { false }
            })
    }

    @Test func `Pennsylvania's full name has its family name last`() throws {
        let name = name(try license(["DAAJACK Q R SAMPLE"], version: "01", issuer: "636025"))
        #expect(name == ["SAMPLE", "JACK", "Q+R", nil])
    }

    @Test func `Wyoming's first name has the middle initial behind it`() throws {
        #expect(
            name(try license(["DCSSAMPLE", "DACJACK Q", "DAD"], issuer: "636060")) == [
                "SAMPLE", "JACK", "Q", nil,
            ])
    }

    @Test func `a middle name behind Wyoming's first one is in doubt, unless it is an initial`() throws {
        let doubted = try ["DACJACK QUINCY", "DACJACK Q"].map { first in
            let payload = LicencePayload(["DCSSAMPLE", first, "DAD"], issuer: "636060")
            let record = try #require(payload.outcome.record)
            #expect(License(record).firstName == "JACK")
            return Set(
                record.findings.map { if case .doubtful(let id, .nameOrder, _) = $0 { id.code } else { "" } })
        }
        #expect(doubted == [["DAC", "DAD"], []])
    }

    @Test(arguments: [
        ("12312030", "2030-12-31"), ("20301231", "2030-12-31"), ("12-31-2030", "2030-12-31"),
        ("2030/12/31", "2030-12-31"), ("19201119", "1920-11-19"), ("11201920", "1920-11-20"),
    ])
    func `a date's order shows by its value`(_ digits: String, _ expected: String) throws {
        #expect(try license(["DBA\(digits)"]).expiryDate?.date.iso8601 == expected)
    }

    @Test(arguments: ["NONE", "00000000", "        ", ""])
    func `a card without a date has none`(_ value: String) throws {
        let license = try license(["DBA\(value)", "DCSSAMPLE"])
        #expect(license.expiryDate == nil)
        #expect(license.unreadableDates == [])
    }

    @Test(arguments: ["13312030", "02302030", "1231203", "1231203X", "31122030"])
    func `an impossible date is unreadable`(_ value: String) throws {
        let license = try license(["DBA\(value)", "DCSSAMPLE"])
        #expect(license.expiryDate == nil)
        #expect(license.unreadableDates == [ElementID("DBA")])
    }

    @Test(arguments: [
        ("232690000  ", "23269"), ("232691234  ", "23269-1234"), ("12345-", "12345"),
        ("33040-0504", "33040-0504"),
        ("96826     0", "96826"), ("71901 4455", "71901-4455"), ("100010001", "10001-0001"),
        ("21230", "21230"),
        ("M5V3R7     ", "M5V 3R7"), ("E5K 1Y3", "E5K 1Y3"), ("t2p-1j9", "T2P 1J9"),
        ("F87P20000  ", "F87P20000"), ("0210900000 ", "02109"), ("53219000000", "53219"),
    ])
    func `postal codes come out in their country's form`(_ value: String, _ expected: String) throws {
        #expect(try license(["DAK\(value)", "DCSSAMPLE"]).postalCode == expected)
    }

    @Test func `the residence stands in for a mailing address that a card lacks`() throws {
        let license = try license(
            ["DAL1 EXAMPLE  ST,", "DAM", "DANRALEIGH", "DAONC", "DAP27601"], version: "01")
        #expect(license.street1 == "1 EXAMPLE ST")
        #expect(
            [license.street2, license.city, license.province, license.postalCode] == [
                nil, "RALEIGH", "NC", "27601",
            ])
    }

    @Test func `a second line that repeats city, state and postal code is no street`() throws {
        let license = try license([
            "DAG1 EXAMPLE ST", "DAHCHEYENNE WY 82001", "DAICHEYENNE", "DAJWY", "DAK82001",
        ])
        #expect(license.street2 == nil)
    }

    @Test(arguments: [
        ("DAHLARAMIE, WY  82070", nil), ("DAHLARAMIE, WY 82070-1234", nil),
        ("DAHUNIT 4, CO 80202", "UNIT 4, CO 80202"),
        ("DAHWYOMING, WY", "WYOMING, WY"),
    ])
    func `a second line that is the state's other city is no street`(_ line: String, _ expected: String?)
        throws
    {
        let license = try license(["DAG1 EXAMPLE ST", line, "DAICHEYENNE", "DAJWY", "DAK82001"])
        #expect(license.street2 == expected)
    }

    @Test func `a state's name in place of its code becomes the code`() throws {
        #expect(try license(["DAJKentucky", "DCSSAMPLE"]).province == "KY")
    }

    @Test func `a number loses blanks and hyphens and comes in upper case`() throws {
        #expect(try license(["DAQs-512 887-236", "DCSSAMPLE"]).number == "S512887236")
    }

    @Test(arguments: [
        ("DL", License.Kind.driverLicense), ("EN", .driverLicense), ("ID", .identificationCard),
    ])
    func `the subfile tells the kind of card`(_ type: String, _ kind: License.Kind) throws {
        #expect(try license(["DAQ1", "DCSSAMPLE"], type: type).kind == kind)
    }

    @Test(arguments: [
        ("v066", License.Kind.driverLicense), ("v067", .driverLicense), ("v068", .identificationCard),
        ("v069", .identificationCard),
    ])
    func `British Columbia's number and serial tell the kind of card`(_ id: String, _ kind: License.Kind)
        throws
    {
        let record = try #require(try LicenceFixture.named(id).outcome.record)
        #expect(License(record).kind == kind)
    }

    @Test func `a stripe's month of expiry ends with its last day`() throws {
        let record = try #require(try LicenceFixture.named("v081").outcome.record)
        #expect(
            License(record).expiryDate
                == LicenseDate(try #require(CalendarDate(year: 2027, month: 2, day: 28)), precision: .month))
    }

    @Test func `a stripe's number gets its letter and its overflow back`() throws {
        let record = try #require(try LicenceFixture.named("v020").outcome.record)
        #expect(License(record).number == "D621720820090")
    }

    @Test func `names that were cut to fit are named`() throws {
        let license = try license(["DCSSAMPLE", "DDET", "DACMARY", "DDFN", "DADROSE", "DDGT"])
        #expect(license.truncatedNames == [ElementID("DCS"), ElementID("DAD")])
    }

    @Test func `the country is the issuer's, whatever the card says`() throws {
        #expect(try license(["DCGUSA", "DCSSAMPLE"], issuer: "604428").country == .canada)
    }

    @Test func `accents survive in UTF-8 and in ISO 8859-1`() throws {
        #expect(try license(["DCSCÔTÉ", "DACZOÉ"]).lastName == "CÔTÉ")
        var payload = LicencePayload(["DCSCOTE", "DACZOE"]).bytes
        payload[try #require(payload.firstRange(of: Array("COTE".utf8))).lowerBound + 3] = 0xC9
        #expect(License(try #require(RecordDecoder.decode(payload).record)).lastName == "COTÉ")
    }
}
