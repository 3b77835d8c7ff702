import AAMVA
import Testing

@Suite struct RefusalTests {
    private func error(_ text: String) -> DecodeError? { RecordDecoder.decode(Array(text.utf8)).error }

    @Test(arguments: ["", "\r", "\r\n\t ", "\u{0}"])
    func `an empty scan is nothing`(_ text: String) {
        guard case .nothing = RecordDecoder.decode(Array(text.utf8)) else {
            Issue.record("it is something")
            return
        }
    }

    @Test(arguments: ["S00023254", "A06198657\r", "k12345678"])
    func `a card's small code is the wrong barcode`(_ text: String) {
        #expect(error(text) == .wrongBarcode)
    }

    @Test(arguments: [
        "123456789", "4006381333931", "https://example.com/?a=b", "]E04006381333931", "HELLO WORLD",
    ])
    func `a product's code is unreadable`(_ text: String) {
        #expect(error(text) == .unreadable(received: text.utf8.count))
    }

    @Test func `a payment card's stripe is another document`() {
        #expect(
            error("%B4111111111111111^SAMPLE/JANE^30121010000000000?;4111111111111111=3012101000000?")
                == .otherDocument(.paymentCard))
    }

    @Test func `a scanner that sends parsed fields is recognized`() {
        #expect(error("First Name: JANE\rLast Name: SAMPLE\rDate of Birth: 01/31/1990\r") == .parsedMode)
    }

    @Test func `a vehicle document is named by its subfile`() throws {
        #expect(try LicenceFixture.named("v130").outcome.error == .vehicleDocument(SubfileType("RG")))
    }

    @Test func `compact encoding is recognized`() throws {
        #expect(try LicenceFixture.named("v131").outcome.error == .compactEncoding)
    }

    @Test(arguments: 13...40)
    func `a licence that ends in its header or directory is truncated`(_ length: Int) {
        let payload = LicencePayload(["DAQT64235789", "DCSSAMPLE", "DBB19850304"]).bytes
        let error = RecordDecoder.decode(Array(payload[..<length])).error
        guard case .truncated(length, _) = error else {
            Issue.record("it is \(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        ("4006381333931", RecordDecoder.Recognition.other), ("@\n\u{1E}\rANSI 63", .possible),
        ("@\n\u{1E}\rANSI 636012", .licence), ("%BCVIC", .possible), ("%BCVICTORIA^", .licence),
        ("%B4111", .other), ("BCVICTORIA", .possible), ("", .empty),
    ])
    func `the first bytes tell what it could be`(_ text: String, _ expected: RecordDecoder.Recognition) {
        var decoder = RecordDecoder()
        _ = decoder.push(Array(text.utf8))
        #expect(decoder.recognition == expected)
    }
}
