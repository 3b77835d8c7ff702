import Testing

@Suite(.ownThreads) struct BarcodeScanTests {
    @Test func `a product's barcode is published without its suffix`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send("4006381333931\r\n")
        let line = try till.next("barcode")
        #expect(line["data"] == "4006381333931")
        #expect(line["symbology"] == nil)
        #expect(line["seq"] == 1)
    }

    @Test func `an AIM identifier becomes the symbology`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send("]E04006381333931\r")
        let line = try till.next("barcode")
        #expect(line["symbology"] == "]E0")
        #expect(line["data"] == "4006381333931")
    }

    @Test func `an AIM identifier before a licence is no part of it`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send("]L2" + Licence.ontario.payload + "\r")
        try till.next("reading")
        #expect(try till.next("applicant")["applicant"] == Licence.ontarioApplicant)
    }

    @Test func `a barcode's valid UTF-8 stays what it is`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send("CAFÉ \u{65E5}\u{672C}\r")
        #expect(try till.next("barcode")["data"] == "CAFÉ \u{65E5}\u{672C}")
    }

    @Test func `a barcode that isn't UTF-8 is read as ISO 8859-1`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Array("CAF".utf8) + [0xC9, 0x20, 0xFF, 0x0D])
        #expect(try till.next("barcode")["data"] == "CAF\u{C9} \u{FF}")
    }

    @Test func `control characters and quotes in a barcode arrive as they were`() throws {
        let shop = try Shop()
        let till = try shop.till()
        let data = "\"01\\\u{1D}10ABC\u{7F}\u{1}"
        try shop.scanner.send(data + "\r")
        #expect(try till.next("barcode")["data"]?.text == data)
    }

    @Test func `an empty scan is nothing`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send("\r\n\r")
        try shop.scanner.send("4006381333931\r")
        #expect(try till.next("barcode")["data"] == "4006381333931")
    }

    @Test func `a scanner whose other barcodes are to be dropped publishes none`() throws {
        let shop = try Shop(
            "scanners: [{match: {path: FOLDER/front}, other_barcodes: drop}]")
        let till = try shop.till()
        try shop.scanner.send("4006381333931\r")
        try shop.scanner.send(Licence.ontario.payload)
        try till.next("reading")
    }

    @Test func `the card's small barcode alone asks for the large one`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send("A06198657\r")
        let line = try till.next("scan_failed")
        #expect(line["reason"] == "wrong_barcode")
        #expect(line["message"]?.text?.contains("large barcode") == true)
    }

    @Test func `a card's serial is a barcode where the configuration lets it pass`() throws {
        let shop = try Shop("scanners: [{match: {path: FOLDER/front}, card_serials: pass}]")
        let till = try shop.till()
        try shop.scanner.send("A06198657\r")
        #expect(try till.next("barcode")["data"] == "A06198657")
    }

    @Test func `a configured suffix of printable characters is removed`() throws {
        let shop = try Shop("scanners: [{match: {path: FOLDER/front}, suffix: '##'}]")
        let till = try shop.till()
        try shop.scanner.send("4006381333931##")
        #expect(try till.next("barcode")["data"] == "4006381333931")
    }
}
