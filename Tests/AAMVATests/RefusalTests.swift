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

    @Test(arguments: [
        ("M1SAMPLE/JANE         EABC123 YULFRAAC 0834 326J001A0025 100", OtherDocument.boardingPass),
        ("[)>\u{1E}01\u{1D}96123456789\u{1D}840\u{1D}001\u{1E}\u{4}", .parcelLabel),
        (";4111111111111111=30121010000000000?", .paymentCard),
        (
            "P<CANSAMPLE<<JANE<<<<<<<<<<<<<<<<<<<<<<<<<<<\nX1234567<8CAN9001311F3001017<<<<<<<<<<<<<<06",
            .travelDocument
        ),
        ("mdoc:owBjMS4wAYIB2BhYS6QBAiABIVgg", .mobileLicence),
        ("shc:/5762909524320603460292437404460", .healthRecord),
        (
            "NTONMLLF0TVJ7IUJane                Sample                    AS7OT414TSGT  ME06BA4TBAGATF",
            .militaryCard
        ),
    ])
    func `another document is told by its kind`(_ text: String, _ document: OtherDocument) {
        #expect(error(text) == .otherDocument(document))
    }

    @Test(arguments: [
        "[)>\u{1E}06\u{1D}P12345\u{1D}S777\u{1E}\u{4}",
        "BEGIN:VCARD\nN:Sample;Jane\nFN:Jane Sample\nEND:VCARD",
        "M1 BOLT 20MM STAINLESS STEEL PACK OF TWENTY FIVE PIECES 326", "1Z12345E0205271688",
        "PRODUCT NAME: X",
    ])
    func `what shops scan besides is unreadable, so that it stays a barcode`(_ text: String) {
        #expect(error(text) == .unreadable(received: text.utf8.count))
    }

    @Test(arguments: [
        "First Name: JANE\rLast Name: SAMPLE\rDate of Birth: 01/31/1990\r",
        "FirstName=JANE\nLastName=SAMPLE\n",
        "DAC=JANE\nDCS=SAMPLE\nDBB=19900131\n",
        "DAC: JANE\r\nDCS: SAMPLE\r\nDBB: 19900131\r\nDAQ: S1\r\nDAG: 1 MAIN\r\nDAI: OTTAWA\r\nDAJ: ON\r\n",
        #"{"firstName":"JANE","lastName":"SAMPLE"}"#,
        "<FirstName>JANE</FirstName><LastName>SAMPLE</LastName>",
        "Prénom : JANE\rNom de famille : SAMPLE\rDate de naissance : 1990-01-31\r",
        "Nombre: JUANA\nApellidos: MUESTRA\n", "LAST NAME\tSAMPLE\tFIRST NAME\tJANE\tDOB\t19900131",
        "Customer First Name: JANE\nCustomer Family Name: SAMPLE\n",
    ])
    func `a scanner that sends parsed fields is recognized, however it names them`(_ text: String) {
        #expect(error(text) == .parsedMode)
    }

    @Test(arguments: ["RG", "TD", "VH", "MC", "IR"])
    func `a vehicle document of each kind is recognized`(_ type: String) {
        let text = "@\n\u{1E}\rANSI 636000090001\(type)00310035\(type)RBA20250101\nVAD1HGBH41JXMN109186\n\r"
        #expect(error(text) == .vehicleDocument(SubfileType(Array(type.utf8)[0], Array(type.utf8)[1])))
    }

    @Test func `an AAMVA document with another subfile is another document`() {
        let text = "@\n\u{1E}\rANSI 636000090001XX00310035XXRBA20250101\nVAD1HGBH41JXMN109186\n\r"
        #expect(error(text) == .otherDocument(nil))
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
