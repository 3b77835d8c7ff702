import AAMVA
import Testing

@Suite struct DamagedIdentifierTests {
    private static let elements = [
        "DCAD", "DCBNONE", "DCDNONE", "DBA12312030", "DCSSAMPLE", "DDEN", "DACJANE", "DDFN", "DADQUINN",
        "DDGN", "DBD01022020", "DBB03041985", "DBC2", "DAYBRO", "DAU065 in", "DAG1 EXAMPLE ST",
        "DAIRICHMOND", "DAJVA", "DAK232690000  ", "DAQT64235789", "DCF123", "DCGUSA",
    ]
    private static let plain = LicencePayload(elements).bytes

    private func record(replacing text: String, by other: String) throws -> Record {
        let place = try #require(Self.plain.firstRange(of: Array(text.utf8)))
        var bytes = Self.plain
        bytes.replaceSubrange(place, with: Array(other.utf8))
        return try #require(RecordDecoder.decode(bytes).record)
    }

    private func doubted(_ record: Record) -> [String] {
        record.findings.compactMap { if case .doubtful(let id, _, _) = $0 { id.code } else { nil } }
    }

    @Test(arguments: [
        ("\nDAQ", "\nDIQ", "DAQ"), ("\nDAQ", "\nDQA", "DAQ"), ("\nDAQ", "\nAQ", "DAQ"),
        ("\nDAQ", "\nDAAQ", "DAQ"), ("\nDCS", "\nTCS", "DCS"), ("\nDBB", "\nDBR", "DBB"),
        ("\nDAC", "\nDAS", "DAC"), ("\nDAD", "\nDAF", "DAD"), ("\nDAI", "\nEAI", "DAI"),
        ("\nDAK", "\nDA[", "DAK"),
    ])
    func `an element that is missing is read from the line that is its but for a byte, and in doubt`(
        _ text: String, _ damaged: String, _ id: String
    ) throws {
        let record = try record(replacing: text, by: damaged)
        let whole = try #require(RecordDecoder.decode(Self.plain).record)
        #expect(License(record).values == License(whole).values)
        #expect(doubted(record).contains(id))
    }

    @Test func `where the city is missing, a middle name may be it`() throws {
        let city = try record(replacing: "\nDAIRICHMOND", by: "\nDADRICHMOND")
        #expect(doubted(city).contains("DAD"))
    }

    @Test func `the first element is found behind a damaged type`() throws {
        var elements = Self.elements.filter { !$0.hasPrefix("DAQ") }
        elements.insert("DAQT64235789", at: 0)
        var bytes = LicencePayload(elements).bytes
        bytes[31] = UInt8(ascii: "E")
        #expect(License(try #require(RecordDecoder.decode(bytes).record)).number == "T64235789")
    }

    @Test func `the value before a line that lost a byte stays in doubt`() throws {
        #expect(doubted(try record(replacing: "\nDAQ", by: "D\nAQ")).contains("DAK"))
    }

    @Test(arguments: ["DCQJR", "DCJIII", "DAZSR"])
    func `a suffix in another element's place leaves the suffix in doubt`(_ element: String) throws {
        let record = try record(replacing: "\nDCGUSA", by: "\nDCGUSA\n\(element)")
        #expect(doubted(record).contains("DCU"))
    }

    @Test(arguments: ["DCHAPT 5B", "DCJUNIT 3", "DAV# 12"])
    func `an address's second line in another element's place leaves that line in doubt`(
        _ element: String
    ) throws {
        let record = try record(replacing: "\nDCGUSA", by: "\nDCGUSA\n\(element)")
        #expect(doubted(record).contains("DAH"))
    }

    @Test(arguments: [
        ("\nDAIRICHMOND", "XDAHAPT 5B\nDAIRICHMOND", ["DAG", "DAH"]),
        ("\nDAJ", ",DCUNONE\nDAJ", ["DAI", "DCU"]), ("\nDDE", "*DAW165\nDDE", ["DCS", "DAW"]),
        ("\nDDG", "/DAZBRO\nDDG", ["DAD", "DAZ"]), ("\nDAJ", "1DCK12345678\nDAJ", ["DAI", "DCK"]),
        ("\nDBD", "XDCUIII\nDBD", ["DDG", "DCU"]), ("\nDCF", "    6DAHC/O SAMPLE\nDCF", ["DAQ", "DAH"]),
    ])
    func `an element whose separator was overwritten is in doubt, and so is the value that holds it`(
        _ text: String, _ damaged: String, _ ids: [String]
    ) throws {
        let doubted = doubted(try record(replacing: text, by: damaged))
        for id in ids { #expect(doubted.contains(id)) }
    }

    @Test(arguments: [("\nDCS", "\nDC\u{0}", "DCS"), ("\nDAD", "\nDA\u{0}", "DAD")])
    func `a filler within an identifier leaves the element in doubt that it makes`(
        _ text: String, _ damaged: String, _ id: String
    ) throws {
        // The value's first letter completes another identifier.
        let letter = String(id.suffix(1))
        let elements = Self.elements.map { $0.hasPrefix(id) ? id + letter + $0.dropFirst(3) : $0 }
        let plain = LicencePayload(elements).bytes
        let place = try #require(plain.firstRange(of: Array(text.utf8)))
        var bytes = plain
        bytes.replaceSubrange(place, with: Array(damaged.utf8))
        #expect(doubted(try #require(RecordDecoder.decode(bytes).record)).contains(id))
    }

    @Test func `an element within a value isn't taken from another element's line`() throws {
        let elements = Self.elements.map { $0 == "DAIRICHMOND" ? "DAHNONE\nDAIRICHMOND" : $0 }
        let plain = LicencePayload(elements).bytes
        let place = try #require(plain.firstRange(of: Array("\nDDEN\nDACJANE".utf8)))
        var bytes = plain
        bytes.replaceSubrange(place, with: Array("\nDDENDACJANE".utf8))
        let license = License(try #require(RecordDecoder.decode(bytes).record))
        #expect(license.firstName != "HNONE")
    }

    @Test(arguments: [
        ("\nDAU065 in", "\nDAH065 in", "DAH"), ("\nDACJANE", "\nDAHJANE", "DAH"),
        ("\nDADQUINN", "\nDAZQUINN", "DAD"),
        ("\nDADQUINN\nDDGN", "\nDADQUINNDCU\nDDGN", "DAD"), ("\nDAG1", "\nDAGXDAL1", "DAG"),
    ])
    func `what may be a missing element's value is in doubt`(_ text: String, _ damaged: String, _ id: String)
        throws
    {
        #expect(doubted(try record(replacing: text, by: damaged)).contains(id))
    }

    @Test(arguments: [
        "DAG100 DAHLIA ST", "DAG12 LINDAHL RD", "DAIWOODCLIFF LAKE", "DCSWOODCOCK", "DCSHARDCASTLE",
        "DADDCTRIS",
        "DAG77 DCA BLVD", "DCSBUDDHA", "DAIDAK", "DADDAE II",
    ])
    func `words that hold an identifier's letters are left in peace`(_ element: String) throws {
        let elements = Self.elements.map { $0.prefix(3) == element.prefix(3) ? element : $0 }
        #expect(try #require(LicencePayload(elements).outcome.record).findings == [])
    }

    @Test(arguments: ["BRO", "075 cm", "ABCDE"])
    func `what is no suffix in a suffix's place is in doubt`(_ value: String) throws {
        #expect(doubted(try record(replacing: "\nDCG", by: "\nDCU\(value)\nDCG")).contains("DCU"))
    }

    @Test func `an early card without given names leaves them in doubt`() throws {
        let early = Self.elements.filter { !$0.hasPrefix("DD") && !["DAC", "DAD"].contains($0.prefix(3)) }
        #expect(doubted(try #require(LicencePayload(early, version: "03").outcome.record)).contains("DCT"))
    }

    @Test func `a permit's element begins a subfile as well`() throws {
        let elements = [
            "PAAD", "DAQT64235789", "DAASAMPLE,JANE", "DAG1 EXAMPLE ST", "DAIRICHMOND", "DAJVA", "DAK23269",
            "DARD", "DAS", "DAT", "DBA20301231", "DBB19850304", "DBC2", "DBD20200102",
        ]
        #expect(try #require(LicencePayload(elements, version: "01").outcome.record).findings == [])
    }
}
