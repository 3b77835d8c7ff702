import AAMVA
import Testing

@Suite struct SeparatorTextTests {
    private static let elements = [
        "DAQT64235789", "DCAD", "DCBNONE", "DCDNONE", "DBA12312030", "DCSSAMPLE, JR", "DDEN", "DACJANE",
        "DDFN", "DADR.,DAC", "DDGN", "DBD01022020", "DBB03041985", "DBC2", "DAYBRO", "DAU065 in",
        "DAG1-2 ST. JOHN #3", "DAIRICHMOND", "DAJVA", "DAK232690000  ", "DCFX/12/345", "DCGUSA",
    ]
    private static let plain = LicencePayload(elements).bytes

    /// The payload with another text for each LF of the elements.
    private func payload(_ text: [UInt8]) -> [UInt8] {
        Array(Self.plain[..<31]) + Self.plain[31...].flatMap { $0 == 0x0A ? text : [$0] }
    }

    private func doubted(_ record: Record) -> [String] {
        record.findings.compactMap { if case .doubtful(let id, _, _) = $0 { id.code } else { nil } }
    }

    @Test(arguments: [
        "\\F", "\\n", "\\x0A", "<LF>", "[LF]", "{LF}", "%0A", "&#10;", "^J", "Enter", "ENTER", "\u{85}",
        "\u{2028}",
        "\u{240A}", "|", "^", "^^", "~", ";", "#", "/", ".", ",", "\u{1D}", "\u{1E}", "\u{0}", "\t", "\n\n",
        "\u{90}\n", "\r\n\r\n",
    ])
    func `a separator that is spelled or replaced makes no difference to the values`(_ text: String) throws {
        let record = try #require(RecordDecoder.decode(payload(Array(text.utf8))).record)
        #expect(
            License(record).values == License(try #require(RecordDecoder.decode(Self.plain).record)).values)
    }

    @Test(arguments: ["\\F", "<LF>", "Enter", "|", "\n\n", "\u{90}\n"])
    func `and leaves no value in doubt`(_ text: String) throws {
        let record = try #require(RecordDecoder.decode(payload(Array(text.utf8))).record)
        #expect(doubted(record) == [])
        #expect(record.findings.contains { if case .mended(.separators, _) = $0 { true } else { false } })
    }

    @Test(arguments: [("<LF>", "<CR>"), ("\\n", "\\r"), ("^J", "^M"), ("%0A", "%0D")])
    func `the terminator that is spelled likewise is no part of the last value`(
        _ lineFeed: String, _ carriageReturn: String
    ) throws {
        let bytes = payload(Array(lineFeed.utf8)).dropLast() + Array(carriageReturn.utf8)
        let record = try #require(RecordDecoder.decode(Array(bytes)).record)
        #expect(record.element(ElementID("DCG")).map { record.text(of: $0) } == "USA")
    }

    @Test(arguments: ["?", "*", "|"])
    func `a sign in place of every control ends a subfile, too`(_ sign: String) throws {
        let whole = Self.plain.dropLast() + Array("\n\rZVZVAONE\nZVBTWO\n\r".utf8)
        let other = whole[..<31] + whole[31...].map { $0 < 0x20 ? sign.utf8.first ?? 0 : $0 }
        let record = try #require(RecordDecoder.decode(Array(other)).record)
        #expect(record.element(ElementID("DCG")).map { record.text(of: $0) } == "USA")
        #expect(record.elements.last?.id == ElementID("ZVB"))
    }

    @Test func `a record that is cut among spelled separators is truncated`() {
        let bytes = payload(Array("\\F".utf8)).dropLast(40)
        guard case .truncated = RecordDecoder.decode(Array(bytes)).error else {
            Issue.record("no truncation")
            return
        }
    }
}
