import AAMVA
import Testing

/// What a keyboard whose `^` is a dead key makes of British Columbia's stripe: no wrong name, whatever is lost.
@Suite struct StripeMarkTests {
    private func outcome(_ firstTrack: String) -> RecordDecoder.Outcome {
        let third =
            ("_%0A" + "V8W3Y8".padding(to: 27) + "F165 60BROBLU9876543210").padding(to: 70) + "00S00023254?"
        let text = "%BC" + firstTrack + "?;6360282222222=290219820204=?" + third
        return RecordDecoder.decode(Array(text.utf8))
    }

    private func names(_ firstTrack: String) throws -> [String?] {
        let license = License(try #require(outcome(firstTrack).record))
        return [license.lastName, license.firstName, license.street1, license.city]
    }

    @Test(arguments: [
        "VICTORIALI,$TEST910 GOVERNMENT ST$VICTORIA BC  V8W 3Y8",
        "VICTORIA^^LI,$TEST^^910 GOVERNMENT ST$VICTORIA BC  V8W 3Y8^^",
        "VICTORIA^LI,$TEST^910 GOVERNMENT ST$VICTORIA BC  V8W 3Y8",
        "VICTORIA LI,$TEST^910 GOVERNMENT ST$VICTORIA BC  V8W 3Y8^",
    ])
    func `marks that are lost, doubled or blank leave every value and a warning`(_ track: String) throws {
        #expect(try names(track) == ["LI", "TEST", "910 GOVERNMENT ST", "VICTORIA"])
        #expect(try #require(outcome(track).record).findings != [])
    }

    @Test(arguments: [("VICTORIAÊVE,$TEST", "EVE"), ("VICTORIAŜMITH,$TEST", "SMITH")])
    func `a letter that a mark was joined with is parted from it`(_ start: String, _ name: String) throws {
        let track = start + "⁹10 GOVERNMENT ST$VICTORIA BC  V8W 3Y8^"
        #expect(try names(track) == [name, "TEST", "910 GOVERNMENT ST", "VICTORIA"])
        let findings = try #require(outcome(track).record).findings
        #expect(findings.contains { if case .mended(.caretsLost, _) = $0 { true } else { false } })
    }

    @Test(arguments: [
        "VICTORIAI,$TEST^910 GOVERNMENT ST$VICTORIA BC  V8W 3Y8^",
        "VICTORIALI,$TEST^910 GOVERNMENT ST$VICTORIA BC  V8W 3Y8^",
    ])
    func `one mark that may have taken a letter along is refused`(_ track: String) {
        #expect(outcome(track).error == .ambiguous(element: ElementID("DCS")))
    }

    @Test(arguments: [
        "VICTORIA^LI,$TESTUNIT 5$910 GOVERNMENT ST$VICTORIA BC  V8W 3Y8^",
        "VICTORIA^LI,$TESTGENERAL DELIVERY$VICTORIA BC  V8W 3Y8^",
        "VICTORIA^LI,$TESTPO BOX77$VICTORIA BC  V8W 3Y8^",
        "VICTORIA^LI,$TESTVICTORIA BC  V8W 3Y8^",
        "VICTORIA^LI,$TEST CARD$910 GOVERNMENT ST$VICTORIA BC  V8W 3Y8^",
    ])
    func `names whose end nothing shows are left out, and the street with them`(_ track: String) throws {
        #expect(try names(track) == ["LI", nil, nil, "VICTORIA"])
    }

    @Test func `a holder of one name keeps it where the mark behind it is lost`() throws {
        let track = "VICTORIA^CHER,910 GOVERNMENT ST$VICTORIA BC  V8W 3Y8^"
        #expect(try names(track).prefix(2) == ["CHER", nil])
    }

    @Test func `a name that fills its columns ends where a street's first word stands`() throws {
        let track = "VICTORIA^FEATHERSTONEHAUGH,$MAXIMILIAN ALEXAUNIT 5$9 OAK ST$VICTORIA BC  V8W 3Y8^"
        #expect(try names(track) == ["FEATHERSTONEHAUGH", "MAXIMILIAN", "UNIT 5", "VICTORIA"])
    }

    @Test func `a track of another length than its columns is told`() throws {
        let whole = "VICTORIA^LI,$TEST^THE OLD MANOR HOUSE 91 GOVERNMENT ROAD$VICTORIA BC  V8W 3Y8"
        #expect(try #require(outcome(whole).record).findings == [])
        for word in ["MAOR", "MANNOR"] {
            let changed = whole.replacing("MANOR", with: word)
            #expect(try #require(outcome(changed).record).findings != [])
        }
    }

    @Test
    func `an address that is cut at the track's end keeps its city, its province and track 3's postal code`()
        throws
    {
        let track = "WEST VANCOUVELI,$TEST^THE OLD MANOR HOUSE 910 GOVERNMENT RD$WEST VANCOUVER BC"
        let license = License(try #require(outcome(track.padding(to: 77)).record))
        #expect([license.city, license.province, license.postalCode] == ["WEST VANCOUVER", "BC", "V8W 3Y8"])
        #expect(license.street1 == "THE OLD MANOR HOUSE 910 GOVERNMENT RD")
    }

    @Test func `a lost sign between street and city is found by the city's own columns`() throws {
        let track = "VICTORIA^LI,$TEST^910 GOVERNMENT STVICTORIA BC  V8W 3Y8^"
        #expect(try names(track) == ["LI", "TEST", "910 GOVERNMENT ST", "VICTORIA"])
    }

    @Test(arguments: ["NC", "ZZ"])
    func `a province that isn't Canada's is in doubt beside a Canadian postal code`(_ code: String) throws {
        let track = "VICTORIA^LI,$TEST^910 GOVERNMENT ST$VICTORIA \(code)  V8W 3Y8^"
        let findings = try #require(outcome(track).record).findings
        #expect(findings.contains { if case .doubtful(ElementID("DAJ"), _, _) = $0 { true } else { false } })
    }
}

extension String {
    fileprivate func padding(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - utf8.count))
    }
}
