import AAMVA
import Testing

/// Lines that begin, end or break otherwise than their elements do.
@Suite struct TornLineTests {
    private static let elements = [
        "DCAD", "DCBNONE", "DCDNONE", "DBA12312030", "DCSSAMPLE", "DDEN", "DACJANE", "DDFN", "DADQUINN",
        "DDGN", "DBD01022020", "DBB03041985", "DBC2", "DAYBRO", "DAU065 in", "DAG24 DAISY LANE",
        "DAIRICHMOND", "DAJVA", "DAK232690000  ", "DAQT64235789", "DCF123", "DCGUSA",
    ]

    /// The elements in doubt after one text of a plain record became another.
    private func doubted(_ text: String, _ other: String) throws -> [String] {
        var bytes = LicencePayload(Self.elements).bytes
        let place = try #require(bytes.firstRange(of: Array(text.utf8)))
        bytes.replaceSubrange(place, with: Array(other.utf8))
        let record = try #require(RecordDecoder.decode(bytes).record)
        return record.findings.compactMap { if case .doubtful(let id, _, _) = $0 { id.code } else { nil } }
    }

    @Test func `a CR and two LF within a value leave it in doubt`() throws {
        #expect(try doubted("24 DAISY", "24\r\n\nDAISY").contains("DAG"))
    }

    @Test func `a line that begins with a word like an identifier leaves the value before it in doubt`()
        throws
    {
        #expect(try doubted("24 DAISY LANE", "24 RUE\nDES ÉRABLES").contains("DAG"))
    }

    @Test func `a sign before a known identifier leaves the value before it in doubt`() throws {
        #expect(try doubted("\nDAI", "|DAHAPT 4\nDAI").contains("DAG"))
    }

    @Test(arguments: ["|", "^", "~"])
    func `a value that ends in a separator's stand-in is in doubt`(_ sign: String) throws {
        #expect(try doubted("DAISY LANE", "DAISY LANE\(sign)").contains("DAG"))
    }

    @Test func `a repeated identifier that may be a torn value's rest leaves that value in doubt`() throws {
        #expect(try doubted("24 DAISY", "24\nDAISY").contains("DAG"))
    }
}
