import AAMVA
import Testing

/// Where a directory declares more bytes than there are, what tells a wrong directory from a cut record.
@Suite struct RecordEndTests {
    /// A New Hampshire card of version 03, whose directory is made for other bytes: its subfile has no type.
    private func untagged(_ elements: [String]) -> [UInt8] {
        Array(("@\n\u{1E}\rANSI 636039030001DL00310345" + elements.joined(separator: "\n") + "\n").utf8)
    }

    private func isTruncated(_ outcome: RecordDecoder.Outcome) -> Bool {
        if case .truncated = outcome.error { true } else { false }
    }

    private let elements = [
        "DCA", "DCBB", "DCD", "DBA10172036", "DCSSPECIMEN", "DCTROBIN R", "DBD05122010", "DBB12071971",
        "DBC1", "DAYBLU", "DAU64 in", "DAG13 ELM ST", "DAIGRAFTON", "DAJNH", "DAK03240", "DAQ03SNR89219",
        "DCGUSA", "DCHNONE",
    ]

    @Test func `a directory that tells of a type which isn't there is not believed about the length`() throws
    {
        let record = try #require(RecordDecoder.decode(untagged(elements)).record)
        #expect(License(record).number == "03SNR89219")
    }

    @Test(arguments: 1...16)
    func `without the last elements that every card has, such a record is cut all the same`(_ count: Int) {
        let outcome = RecordDecoder.decode(untagged(Array(elements.prefix(count))))
        #expect(isTruncated(outcome))
    }

    @Test func `blanks behind the last line tell that the record has ended`() throws {
        let body = "DLDAQ123456789\r\n" + elements.filter { !$0.hasPrefix("DAQ") }.joined(separator: "\r\n")
        let payload = "@\n\u{1E}\rANSI 636020030001DL00310290" + body + "\r\n" + "                      "
        let record = try #require(RecordDecoder.decode(Array(payload.utf8)).record)
        #expect(License(record).number == "123456789")
        let cut = RecordDecoder.decode(Array(payload.utf8.dropLast(22)))
        #expect(isTruncated(cut))
    }

    @Test func `a suffix in digits doesn't hide where a name ends whose separator was lost`() throws {
        let payload =
            "@ANSI 6360060101DL00290198DAASPECIMEN,ROBIN,A,3RDDAG60 STATE STDAIWETHERSFIELDDAJCTDAK061091896  "
            + "DAQ119000555DARD   DASB         DAT     DBA20131107DBB19940101DBC1DBD20111115DAU601DAYBLU"
        let license = License(try #require(RecordDecoder.decode(Array(payload.utf8)).record))
        #expect(license.lastName == "SPECIMEN")
        #expect(license.nameSuffix == "3RD")
    }

    @Test func `a cut record is shown as far as it goes to whoever asks for fragments`() throws {
        let payload = Array(LicencePayload(["DAQT64235789", "DCSSPECIMEN", "DACROBIN"]).bytes.prefix(60))
        #expect(RecordDecoder.decode(payload).record == nil)
        let fragment = try #require(RecordDecoder.fragments(of: payload).record)
        #expect(fragment.elements.map(\.id.code) == ["DAQ", "DCS"])
    }
}
