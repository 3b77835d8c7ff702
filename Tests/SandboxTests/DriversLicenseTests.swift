import Testing

@testable import pos_api_sandbox

@Suite struct DriversLicenseTests {
    /// The holder of the documentation's answer, which is another card's than its request.
    static let johnGarrySmith =
        "@\n\u{1E}\rANSI 636012040001DL00310219DLDCAG\nDCBNONE\nDCDNONE\nDBA20210515\nDCSSmith\nDACJohn\nDADGarry\n"
        + "DBD20160516\nDBB19740515\nDBC1\nDAYBLU\nDAU163 cm\nDAG123 ANY STREET\nDAITORONTO\nDAJON\nDAKM1M 1M1\n"
        + "DAQD61014070123456\nDCFPEJK368N4\nDCGCAN\nDDEN\nDDFN\nDDGN\r"

    /// The documentation's request: a line feed after ANSI, a stray space, and lengths that are not so.
    static let sample =
        "@\n\u{1E}\rANSI\n604428040101 DL00310219DLDCAunavI\nDCBNONE\nDCDNONE\nDBA20200515\nDCSNUMBER1\n"
        + "DACENSTREAM \nDAD\nDBD20140516\nDBB19740515\nDBCZ\nDAYBLU\nDAU163 cm\nDAG55 UNIVERSITY AVE\nDAITORONTO\n"
        + "DAJON\nDAKM5J 2H7\nDAQD61014070660905\nDCFPEJK368N4\nDCGCAN\nDDEU\nDDFU\nDDGU\r"

    @Test func `the documentation's answer is that of such a card`() throws {
        var counter = try Counter()
        let answer = try counter.post("customers/driverslicense", ["code": .string(Self.johnGarrySmith)])
        #expect(
            answer
                == Answer(body: [
                    "first_name": "John", "middle_name": "Garry", "last_name": "Smith", "dob": "1974-05-15",
                    "address_1": "123 ANY STREET", "city": "TORONTO", "province": "ON",
                    "postal_code": "M1M 1M1", "govid_type": "CADL", "govid_issuedby": "ON",
                    "govid_number": "D61014070123456", "govid_expiry": "2021-05-15",
                ]))
    }

    @Test func `the documentation's request is read, for all its faults`() throws {
        var counter = try Counter()
        let body = try counter.post("customers/driverslicense", ["code": .string(Self.sample)]).body
        #expect(body["first_name"] == "ENSTREAM")
        #expect(body["last_name"] == "NUMBER1")
        #expect(body["govid_number"] == "D61014070660905")
    }

    @Test func `what the card lacks is left out, and null on the oldest pages`() throws {
        var sample = try Counter()
        let absent = try sample.post("customers/driverslicense", ["code": .string(Self.sample)]).body
        var oldest = try Counter(.oldest)
        let null = try oldest.post("customers/driverslicense", ["code": .string(Self.sample)]).body
        #expect(absent["middle_name"] == nil)
        #expect(null["middle_name"] == .null)
    }

    @Test(arguments: ["{}", #"{"code":""}"#, #"{"code":"4006381333931"}"#, #"{"code":7}"#])
    func `what is no licence is a wrong input`(text: String) throws {
        var counter = try Counter()
        let answer = try counter.post("customers/driverslicense", text: text)
        #expect(answer.status == 409)
        #expect(answer.wrongInputs == ["code"])
    }

    @Test func `control characters must be escaped, as JSON has it`() throws {
        var counter = try Counter()
        let answer = try counter.post(
            "customers/driverslicense", text: #"{"code":""# + Self.johnGarrySmith + #""}"#)
        #expect(answer.status == 409)
        #expect(answer.wrongInputs == ["body"])
    }

    @Test func `another media type than JSON is a wrong input`() throws {
        var counter = try Counter()
        let answer = try counter.post("customers/driverslicense", text: #"{"code":"x"}"#, mediaType: nil)
        #expect(answer.wrongInputs == ["body"])
    }

    @Test func `a customer's token reaches it`() throws {
        var counter = try Counter(scope: "customer")
        let answer = try counter.post("customers/driverslicense", ["code": .string(Self.johnGarrySmith)])
        #expect(answer.status == 200)
    }
}
