import AAMVA
import Testing

@Suite struct AgeDateTests {
    private func findings(birth: String, _ ageDate: String) throws -> [Finding] {
        let elements = ["DAQT64235789", "DCSSAMPLE", "DACROBIN", "DBB\(birth)", "DBA08082030", ageDate]
        return try #require(LicencePayload(elements).outcome.record).findings
    }

    @Test(arguments: ["DDH08082023", "DDI08082024", "DDJ08082026", "DDJ08072026", "DDJNONE", "DDJ"])
    func `a day of coming of age that fits the birth date, or is none, is no finding`(_ date: String) throws {
        #expect(try findings(birth: "08082005", date) == [])
    }

    @Test(arguments: ["DDH08082024", "DDI08082023", "DDJ08182026", "DDJ09082026", "DDJ08082036"])
    func `a day of coming of age that contradicts the birth date leaves that in doubt`(_ date: String) throws
    {
        let doubted = try findings(birth: "08082005", date).contains {
            if case .doubtful(ElementID("DBB"), .contradictingDates, _) = $0 { true } else { false }
        }
        #expect(doubted)
    }

    @Test func `a birthday on 29 February may be kept on either day beside it`() throws {
        #expect(try findings(birth: "02292004", "DDJ02282025") == [])
        #expect(try findings(birth: "02292004", "DDJ03012025") == [])
    }
}
