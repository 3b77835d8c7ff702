import AAMVA
import Testing

@Suite struct StripeTrackTests {
    private static let first = "%BCVICTORIA^LI,$TEST^910 GOVERNMENT ST$VICTORIA BC  V8W 3Y8^?"
    private static let second = ";6360282222222=290219820204=?"

    private static func third(serial: String = "00S00023254") -> String {
        let start = "_%0AV8W3Y8" + String(repeating: " ", count: 21) + "F165 60BROBLU"
        return start + String(repeating: " ", count: 26) + serial + "?"
    }

    private static var whole: String { first + second + third() }

    private func outcome(_ text: String) -> RecordDecoder.Outcome { RecordDecoder.decode(Array(text.utf8)) }

    @Test(arguments: [
        ("00S00023254", License.Kind.driverLicense), ("00R00023254", .driverLicense),
        ("00U00023254", .driverLicense), ("00K00023254", .driverLicense), ("00P00023254", .driverLicense),
        ("00H00023254", .driverLicense), ("00Y00023254", .identificationCard),
        ("  Y00023254", .identificationCard), ("00C00015303", .identificationCard),
        ("00A00015303", .identificationCard), ("00G00015303", .identificationCard),
        ("00F00015303", .identificationCard), ("E$''C(R2S6L", .driverLicense),
    ])
    func `the serial's letter tells a licence from an identification card`(
        _ serial: String, _ kind: License.Kind
    ) throws {
        let text = Self.first + Self.second + Self.third(serial: serial)
        #expect(License(try #require(outcome(text).record)).kind == kind)
    }

    @Test func `without a third track the number's length tells the card`() throws {
        let card = Self.first + Self.second.replacing("2222222", with: "004023964")
        #expect(License(try #require(outcome(card).record)).kind == .identificationCard)
        #expect(License(try #require(outcome(Self.first + Self.second).record)).kind == .driverLicense)
    }

    @Test(arguments: ["\r", "\n", "\r\n", "\t"])
    func `what a scanner puts between tracks makes no difference to values`(_ separator: String) throws {
        let text = [Self.first, Self.second, Self.third()].map { $0 + separator }.joined()
        let record = try #require(outcome(text).record)
        #expect(License(record).lastName == "LI")
        #expect(record.elements.contains { $0.id.code == "PHN" })
    }

    @Test(arguments: [StripeTrackTests.second, StripeTrackTests.third(), StripeTrackTests.second + "\r"])
    func `a second or third track alone is a licence that was cut`(_ text: String) {
        #expect(outcome(text).error == .truncated(received: text.utf8.count, expected: nil))
    }

    @Test(arguments: [10, 30, 60, 70, 100])
    func `a stripe that is cut doesn't spoil the whole one behind it`(_ length: Int) {
        let results = outcome(String(Self.whole.prefix(length)) + Self.whole).results
        #expect(results.count == 2)
        let records = results.compactMap { try? $0.get() }
        #expect(records.map { License($0).number } == ["2222222"])
    }

    @Test func `two stripes whose city begins with digits are two`() {
        let text = Self.whole.replacing("VICTORIA", with: "100 MILE")
        #expect(outcome(text + text).results.count == 2)
    }

    @Test(arguments: [(";", ""), ("=29", "=2"), ("0204=", "02041=")])
    func `a second track of another form gives no silent number or date`(_ old: String, _ new: String) {
        let text = Self.first + Self.second.replacing(old, with: new) + Self.third()
        #expect(outcome(text).error != nil || outcome(text).record?.findings != [])
    }

    @Test(arguments: [
        ("MI", "636032", "2312345678901=280819810101", "2", "W123456789012"),
        ("FL", "636010", "0462172082009=280819810101", "0", "D621720820090"),
        ("CA", "636014", "011234567=280819810101", "=", "A1234567"),
        ("AZ", "636026", "0412345678=280819810101", "=", "D12345678"),
        ("TX", "636015", "38774194=280819810101", "=", "38774194"),
        ("OH", "636023", "0102123456=280819810101", "=", "0102123456"),
    ])
    func `a number's letters are read where one reading fits its issuer`(
        _ state: String, _ issuer: String, _ second: String, _ overflow: String, _ number: String
    ) throws {
        let text = "%\(state)AUSTIN^DOE$JOHN^12345 SHERBOURNE ST^?;\(issuer)\(second)\(overflow)?"
        #expect(License(try #require(outcome(text).record)).number == number)
    }

    @Test func `a birth month of 99 is the expiry's`() throws {
        let text = "%FLMIAMI^DOE$JOHN$^1 A ST^?;6360100462172082009=2101198799080=?"
        let record = try #require(outcome(text).record)
        #expect(License(record).birthDate?.date.iso8601 == "1987-01-08")
        #expect(
            record.findings.contains {
                if case .doubtful(ElementID("DBB"), _, _) = $0 { true } else { false }
            })
    }

    @Test func `a city that lost its mark is no name`() {
        let text = "%TXAUSTINDOE$JOHN^12345 SHERBOURNE ST^?;63601538774194=280819810101=?"
        #expect(outcome(text).error == .ambiguous(element: ElementID("DCS")))
    }

    @Test func `an address with another postal code than track 3's gives neither its province nor its code`()
        throws
    {
        let text = Self.whole.replacing("VICTORIA BC  V8W 3Y8", with: "VICTORIA AB  T5J 0N3")
        let record = try #require(outcome(text).record)
        #expect([License(record).province, License(record).postalCode] == ["BC", "V8W 3Y8"])
        #expect(
            record.findings.contains {
                if case .doubtful(ElementID("DAJ"), _, _) = $0 { true } else { false }
            })
    }

    @Test func `one mark of a postal code that differs is damage, and the address's stands`() throws {
        let text = Self.whole.replacing("_%0AV8W3Y8", with: "_%0AV8W3Y9")
        let record = try #require(outcome(text).record)
        #expect([License(record).province, License(record).postalCode] == ["BC", "V8W 3Y8"])
        #expect(
            record.findings.contains {
                if case .doubtful(ElementID("DAK"), _, _) = $0 { true } else { false }
            })
    }
}
