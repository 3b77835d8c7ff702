import AAMVA
import Testing

@Suite struct StripeTests {
    private func record(_ firstTrack: String) throws -> Record {
        let postalCode = "T5J0N3".padding(to: 27)
        let third = ("_%0A" + postalCode + "F165 60BROBLU9876543210").padding(to: 70) + "00S00023254?"
        let text = "%BC" + firstTrack + "?;6360282222222=290219820204=?" + third
        return try #require(RecordDecoder.decode(Array(text.utf8)).record)
    }

    private func doubted(_ record: Record) -> Set<String> {
        Set(record.findings.compactMap { if case .doubtful(let id, _, _) = $0 { id.code } else { nil } })
    }

    @Test(arguments: [
        "EDMONTON^LI,$TEST^9 OAK ST$EDMONTONAAB  T5J 0N3^",
        "EDMONTON^LI,$TEST^9 OAK ST$EDMONTON AB  T5J ON3^",
    ])
    func `an address without a readable last line names no province`(_ track: String) throws {
        let record = try record(track)
        #expect(License(record).province == nil)
        #expect(doubted(record).isSuperset(of: ["DAG", "DAI"]))
    }

    @Test func `several street lines are joined by blanks`() throws {
        let license = License(
            try record("EDMONTON^LI,$TEST^C/O X$UNIT 2$9 OAK ST$EDMONTON AB  T5J 0N3^"))
        #expect([license.street1, license.street2] == ["C/O X", "UNIT 2 9 OAK ST"])
    }

    @Test(arguments: [
        "EDMONTON^L^,$TEST^9 OAK ST$EDMONTON AB  T5J 0N3^",
        "EDMONTON^LI,$TE^T^9 OAK ST$EDMONTON AB  T5J 0N3^",
        "EDMONTON^LI,$TEST^9 O^K ST$EDMONTON AB  T5J 0N3^",
    ])
    func `a mark too many leaves name and address in doubt`(_ track: String) throws {
        #expect(doubted(try record(track)).isSuperset(of: ["DCS", "DCT", "DAG"]))
    }

    @Test func `a name without a comma is in doubt`() throws {
        #expect(doubted(try record("EDMONTON^LI TEST^9 OAK ST$EDMONTON AB  T5J 0N3^")).contains("DCS"))
    }

    @Test(arguments: ["L=,$TEST", "LI,$TE=ST", "LI,$MARY,ANN"])
    func `a name with a sign that names don't have is in doubt`(_ name: String) throws {
        let record = try record("EDMONTON^\(name)^9 OAK ST$EDMONTON AB  T5J 0N3^")
        #expect(!doubted(record).isDisjoint(with: ["DCS", "DCT"]))
    }

    @Test func `a whole stripe has no finding`() throws {
        #expect(try record("EDMONTON^LI,$TEST^9 OAK ST$EDMONTON AB  T5J 0N3^").findings == [])
    }

    @Test(arguments: [
        ("FEATHERSTONEHAUGH,$MAXIMILIAN ALEXA", "DAD"), ("FEATHERSTONEHAUGH-SMITHE,$MAXIMILIA", "DAC"),
    ])
    func `a name that fills all its columns may be cut`(_ name: String, _ cut: String) throws {
        let license = License(try record("EDMONTON^\(name)9 OAK ST$EDMONTON AB  T5J 0N3^"))
        #expect(license.truncatedNames.map(\.code) == [cut])
    }
}

extension String {
    fileprivate func padding(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - utf8.count))
    }
}
