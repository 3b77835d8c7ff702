import AAMVA
import Testing

/// Separators that became another byte before an element which cards may lack, so that nothing is missed.
@Suite struct OverwrittenSeparatorTests {
    private static let elements = [
        "DCAD", "DCBNONE", "DCDNONE", "DBA12312030", "DCSSAMPLE", "DDEN", "DACJANE", "DDFN", "DADQUINN",
        "DDGN", "DBD01022020", "DBB03041985", "DBC2", "DAYBRO", "DAU065 in", "DAG24 DAISY LANE",
        "DAIRICHMOND", "DAJVA", "DAK232690000  ", "DAQT64235789", "DCF123", "DCGUSA",
    ]

    /// The elements in doubt, of a record with a right directory and one text replaced.
    private func doubted(_ text: String, _ other: String) throws -> Set<String> {
        let elements = Self.elements.map { $0.replacing(text, with: other) }
        let record = try #require(LicencePayload(elements).outcome.record)
        return Set(
            record.findings.compactMap { if case .doubtful(let id, _, _) = $0 { id.code } else { nil } })
    }

    @Test(arguments: [
        ("24 DAISY LANE", "18 DAK CT*DAH", ["DAG", "DAH"]),
        ("24 DAISY LANE", "PO BOX 55DDAHDALTON HOUSE", ["DAG", "DAH"]),
        ("24 DAISY LANE", "31 DAUPHIN STJDAH", ["DAG", "DAH"]),
        ("24 DAISY LANE", "18 DAK CT7DAH", ["DAG", "DAH"]),
        ("24 DAISY LANE", "18 DAK CT§DAH", ["DAG", "DAH"]),
        ("24 DAISY LANE", "18 DAK CTÅDAH", ["DAG", "DAH"]),
        ("DADQUINN", "DADROSE-DCU", ["DAD", "DCU"]),
        ("DAQT64235789", "DAQ321288399¤DDA", ["DAQ", "DDA"]),
        ("DAYBRO", "DAYBRO*DCUJR", ["DAY", "DCU"]),
    ])
    func `an unseen element behind a byte that is foreign to a value is in doubt, and so is the value`(
        _ text: String, _ other: String, _ expected: [String]
    ) throws {
        #expect(try doubted(text, other).isSuperset(of: expected))
    }

    @Test(arguments: [
        ("24 DAISY LANE", "8 DAHLIA ST"), ("24 DAISY LANE", "123DAHLIA ST"), ("24 DAISY LANE", "12 JUDAH"),
        ("24 DAISY LANE", "1200 RUE ST-DAHLIA"), ("DADQUINN", "DADJUDAH"), ("DCSSAMPLE", "DCSSMITH-DAHL"),
        ("DCSSAMPLE", "DCSO'DDA"), ("DAQT64235789", "DAQDDAHL*123DC"), ("DCSSAMPLE", "DCSCÔTÉ-DAHL"),
        ("DCSSAMPLE", "DCSANN$DDA"),
    ])
    func `a word that only looks like an unseen element leaves nothing in doubt`(
        _ text: String, _ other: String
    ) throws {
        #expect(try doubted(text, other).isEmpty)
    }
}
