import AAMVA
import Testing

/// What a byte that was overwritten makes of a stripe: the right value, or one in doubt.
@Suite struct StripeDoubtTests {
    private static let texan =
        "%TXAUSTIN^DOE$JOHN^12345 SHERBOURNE ST^?;63601538774194=270819810101?#\" "
        + "78729      C               1505130BLKBLK?"
    private static let floridian =
        "%FLDELRAY BEACH^DOE$JOHN$^4818 S FEDERAL BLVD^           ?;6360100462172082009=2901198701010=?#! "
        + "33435      I               1600                                   ECCECC00000?"
    private static let columbian =
        "%BCPRINCE GEORGEWONG,$ANNE-MARIE^1234 W 10TH AVE$PRINCE GEORGE BC  V2L 7B3^?"
        + ";6360281843231=300819410812=?_%0AV2L7B3                     M166112BRNBLU"
        + "                          00K62691278?"

    private func record(_ text: String) throws -> Record { try record(Array(text.utf8)) }

    private func record(_ payload: [UInt8]) throws -> Record {
        try #require(RecordDecoder.decode(payload).record)
    }

    private func doubted(_ record: Record) -> Set<String> {
        Set(record.findings.compactMap { if case .doubtful(let id, _, _) = $0 { id.code } else { nil } })
    }

    // MARK: Letter case

    @Test(arguments: [
        (texan, "%TX", "%tX"), (texan, "%TX", "%Tx"), (texan, "%TX", "%tx"), (floridian, "%FL", "%fL"),
        (columbian, "%BC", "%bC"), (columbian, "%BC", "%Bc"),
    ])
    func `letters of a state in the other case invert no card`(_ card: String, _ old: String, _ new: String)
        throws
    {
        let whole = License(try record(card))
        let flipped = try record(card.replacing(old, with: new))
        let license = License(flipped)
        #expect([license.lastName, license.firstName] == [whole.lastName, whole.firstName])
        #expect([license.street1, license.city] == [whole.street1, whole.city])
        #expect([license.province, license.postalCode] == [whole.province, whole.postalCode])
        #expect(flipped.findings == [.mended(.invertedCase, at: 1)])
    }

    @Test(arguments: [texan, floridian, columbian])
    func `Caps Lock is undone where one letter of a state wasn't inverted`(_ card: String) throws {
        let whole = License(try record(card))
        let inverted = card.lowercased()
        for place in 1...2 {
            var payload = Array(inverted.utf8)
            payload[place] ^= 0x20
            let license = License(try record(payload))
            #expect([license.lastName, license.firstName] == [whole.lastName, whole.firstName])
            #expect([license.street1, license.city] == [whole.street1, whole.city])
        }
    }

    @Test func `a stripe in mixed case stays as it is`() throws {
        let track = "%BCVictoria^Smith,$John de la Fred^28 Atol Av$Victoria BC  V8W 3Y8^?"
        let card = track + ";6360281234567=207719981224=?"
        let record = try record(card)
        #expect([License(record).lastName, License(record).street1] == ["Smith", "28 Atol Av"])
        #expect(doubted(record) == [])
    }

    // MARK: Marks

    @Test(arguments: ["d", "\u{a4}", "\u{e4}", "#", "\u{4}"])
    func `what stands for a sign between names leaves all of them in doubt`(_ sign: String) throws {
        let card = Self.texan.replacing("DOE$JOHN", with: "DOE\(sign)JOHN$LEE")
        #expect(doubted(try record(card)).isSuperset(of: ["DCS", "DCT"]))
        let latin = card.unicodeScalars.map { UInt8($0.value) }
        #expect(doubted(try record(latin)).isSuperset(of: ["DCS", "DCT"]))
    }

    @Test func `a letter in the other case leaves what it stands in in doubt`() throws {
        #expect(doubted(try record(Self.texan.replacing("JOHN", with: "JOHNdLEE"))) == ["DCT"])
        #expect(doubted(try record(Self.texan.replacing("12345 S", with: "12345 s"))) == ["DAG"])
        #expect(doubted(try record(Self.columbian.replacing("WONG", with: "WoNG"))) == ["DCS", "DCT"])
    }

    @Test(arguments: ["Z", "8", " ", ""])
    func `an address without its closing mark is in doubt`(_ sign: String) throws {
        #expect(doubted(try record(Self.texan.replacing("ST^?", with: "ST\(sign)?"))) == ["DAG"])
        #expect(doubted(try record(Self.floridian.replacing("BLVD^", with: "BLVD\(sign)"))) == ["DAG"])
        let lines = Self.texan.replacing("ST^?", with: "ST$UNIT 4\(sign)?")
        #expect(doubted(try record(lines)) == ["DAG", "DAH"])
    }

    @Test func `an address that fills its columns needs no closing mark`() throws {
        let street = "12345 SHERBOURNE STREET NORTHWEST NEAR THE OLD COURT HOUSE ON"
        let card = Self.texan.replacing("12345 SHERBOURNE ST^?", with: street + "?")
        #expect(try record(card).findings == [])
    }

    // MARK: Track 3

    @Test(arguments: [
        (texan, "78729 ", "787290"), (texan, " 78729 ", " 8729 C"), (floridian, "33435 ", "334350"),
        (columbian.replacing("  V2L 7B3", with: "  V2L 7Bx"), "AV2L7B3", "AV2L7B|"),
        (columbian.replacing("  V2L 7B3", with: "  V2L 7Bx"), "AV2L7B3", "AV2L7Bx"),
    ])
    func `a postal code of no country's form is in doubt`(_ card: String, _ old: String, _ new: String)
        throws
    {
        #expect(doubted(try record(card.replacing(old, with: new))).contains("DAK"))
    }

    @Test func `track 3's postal code in no country's form doesn't replace the address's`() throws {
        let record = try record(Self.columbian.replacing("AV2L7B3", with: "AV2|7Bx"))
        #expect(License(record).postalCode == "V2L 7B3")
        #expect(doubted(record).contains("DAK"))
    }

    @Test(arguments: [("00K", "00C"), ("00K", "00G"), ("00K", "00Z"), ("1843231", "018432310")])
    func `a serial of another card than its number leaves the card's type in doubt`(
        _ old: String, _ new: String
    ) throws {
        #expect(doubted(try record(Self.columbian.replacing(old, with: new))) == ["DCA"])
    }

    @Test(arguments: [("00K", "00S"), ("00K", "00Y"), ("00K62691278", "E$''C(R2S6L")])
    func `a serial that its number doesn't speak against leaves no doubt`(_ old: String, _ new: String)
        throws
    {
        #expect(try record(Self.columbian.replacing(old, with: new)).findings == [])
    }

    // MARK: British Columbia's addresses

    @Test func `an address that is cut within the blanks behind its province keeps that`() throws {
        let track = "CAMPBELL RIVELE,$ALEXANDER CHRISTOPHER^STN MAIN$PO BOX 40$CAMPBELL RIVER BC  ?"
        let card = "%BC" + track + ";6360280838650=240719550726=?"
        let license = License(try record(card))
        #expect([license.street1, license.street2] == ["STN MAIN", "PO BOX 40"])
        #expect([license.city, license.province] == ["CAMPBELL RIVER", "BC"])
        #expect(!doubted(try record(card)).contains("DAJ"))
        let foreign = try record(card.replacing(" BC ", with: " NC "))
        #expect(doubted(foreign).contains("DAJ"))
        let shorter = try record(card.replacing("STN MAIN", with: "STN AIN"))
        #expect(License(shorter).province == nil)
    }

    @Test(arguments: ["ALEXANDER CHRISTOPHERSTN MAIN", "ALEXANDER9 STN MAIN"])
    func `a second line that is left out with the first is named too`(_ text: String) throws {
        let place = "$CAMPBELL RIVER BC  V6B 1C3"
        let end = "?;6360280838650=240719550726=?"
        let several = try record("%BCCAMPBELL RIVELE,$" + text + "$PO BOX 40" + place + end)
        #expect(License(several).street2 != nil || doubted(several).contains("DAH"))
        let closed = try record("%BCCAMPBELL RIVELE,$" + text + "$PO BOX 40" + place + "^" + end)
        #expect(License(closed).street2 != nil || doubted(closed).contains("DAH"))
        let one = try record("%BCCAMPBELL RIVELE,$" + text + place + "^" + end)
        #expect(!doubted(one).contains("DAH"))
    }

    @Test func `a serial tells the card's type where the issuer's digits are damaged`() throws {
        let card = Self.columbian.replacing("00K", with: "00C").replacing("1843231", with: "018432310")
        #expect(License(try record(card)).kind == .identificationCard)
        #expect(License(try record(card.replacing(";636028", with: ";63b028"))).kind == .identificationCard)
    }
}
