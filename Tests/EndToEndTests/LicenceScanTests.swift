import Testing

@Suite(.ownThreads) struct LicenceScanTests {
    @Test func `a licence on the line comes out as an applicant with every field right`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        let reading = try till.next("reading")
        let line = try till.next("applicant")
        #expect(line["scan"] == reading["scan"])
        #expect(line["seq"] == 1)
        #expect(line["scanner"]?.text == shop.scanner.link)
        #expect(line["source"] == "local")
        #expect(line["warnings"] == [])
        #expect(line["document"] == nil)
        #expect(line["applicant"] == Licence.ontarioApplicant)
    }

    @Test func `a licence whose end is proven waits for no gap`() throws {
        let shop = try Shop(
            """
            scanners:
              - {name: front, match: {path: FOLDER/front}, idle_gap: 2s}
              - {name: marker, match: {path: FOLDER/marker}, idle_gap: 1s}
            """, scanners: ["front", "marker"])
        let till = try shop.till()
        try shop.scanners[1].send("ends by silence only")
        try shop.scanners[0].send(Licence.ontario.payload)
        try till.next("reading")
        #expect(try till.next("applicant")["scanner"] == "front")
        #expect(try till.next("barcode")["scanner"] == "marker")
    }

    @Test(arguments: ["\r", "\n", "\r\n", "\t"])
    func `what the scanner adds after a licence is swallowed`(suffix: String) throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload + suffix)
        try till.next("reading")
        try till.next("applicant")
        try shop.scanner.send("4006381333931" + suffix)
        #expect(try till.next("barcode")["data"] == "4006381333931")
    }

    @Test func `two licences back to back are two applicants`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(
            Licence.ontario.numbered(816_201).payload + Licence.ontario.numbered(816_202).payload)
        for (sequence, number) in [(1, "S12345670816201"), (2, "S12345670816202")] {
            let reading = try till.next("reading")
            let line = try till.next("applicant")
            #expect(line["scan"] == reading["scan"])
            #expect(line["seq"]?.integer == sequence)
            #expect(line["applicant"]?["govid_number"]?.text == number)
        }
    }

    @Test func `a product's barcode between two licences is one event between theirs`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.numbered(1).payload + "\r4006381333931\r")
        try shop.scanner.send(Licence.ontario.numbered(2).payload + "\r")
        try till.next("reading")
        #expect(try till.next("applicant")["applicant"]?["govid_number"] == "S12345670000001")
        #expect(try till.next("barcode")["data"] == "4006381333931")
        try till.next("reading")
        #expect(try till.next("applicant")["applicant"]?["govid_number"] == "S12345670000002")
    }

    @Test func `a jurisdiction's subfile is no second event`() throws {
        let shop = try Shop()
        let till = try shop.till()
        let payload = Licence.ontario.payload
        let first = Licence.ontario.withoutJurisdiction.payload.utf8.count + 10
        // The second subfile comes late enough to be read by itself.
        try shop.scanner.send(Array(payload.utf8.prefix(first)))
        try till.next("reading")
        try shop.scanner.send(Array(payload.utf8.dropFirst(first)) + Array("\r".utf8))
        try till.next("applicant")
        try shop.scanner.send("4006381333931\r")
        try till.next("barcode")
    }

    @Test func `British Columbia's stripe text is an applicant whose month of expiry is said to be partial`()
        throws
    {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.britishColumbia)
        try till.next("reading")
        let line = try till.next("applicant")
        #expect(line["warnings"]?.items.map { $0["code"] } == ["partial_date"])
        #expect(
            line["applicant"] == [
                "first_name": "JANE", "middle_name": "MARIE", "last_name": "SPECIMEN", "dob": "1985-04-10",
                "address_1": "910 EXAMPLE ST", "city": "VICTORIA", "province": "BC", "postal_code": "V8W 1A1",
                "country": "CAN", "govid_type": "CADL", "govid_issuedby": "BC", "govid_number": "1234567",
                "govid_expiry": "2035-04-30",
            ])
    }

    @Test func `the same licence again within the repeat window is told as repeated`() throws {
        let shop = try Shop("scanners: [{match: {path: FOLDER/front}, repeat_window: 60s}]")
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload + "\r")
        try till.next("reading")
        let first = try till.next("applicant")
        try shop.scanner.send(Licence.ontario.payload + "\r")
        let reading = try till.next("reading")
        let second = try till.next("repeated")
        #expect(second["of"] == first["scan"])
        #expect(second["scan"] == reading["scan"])
        #expect(second["seq"] == nil)
    }

    @Test func `a repeat window of zero makes every scan an applicant`() throws {
        let shop = try Shop("scanners: [{match: {path: FOLDER/front}, repeat_window: 0s}]")
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload + Licence.ontario.payload)
        try till.next("reading")
        try till.next("applicant")
        try till.next("reading")
        try till.next("applicant")
    }

    @Test func `the card's own number as a small barcode right after its licence is dropped`() throws {
        let shop = try Shop()
        let till = try shop.till()
        // The licence that follows in the same burst shows that the code before it has been judged.
        try shop.scanner.send(
            Licence.ontario.payload + "\rS1234-56788-16201\r" + Licence.ontario.numbered(2).payload)
        try till.next("reading")
        try till.next("applicant")
        try till.next("reading")
        try till.next("applicant")
    }

    @Test func `the point-of-sale API's own damaged example is read right, with its warnings`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.pointOfSaleExample)
        try till.next("reading")
        let line = try till.next("applicant")
        let codes = Set(line["warnings"]?.items.compactMap { $0["code"]?.text } ?? [])
        // A machine whose clock lies before the release says so instead of judging the expiry.
        #expect(codes.isSuperset(of: ["repaired", "length_mismatch", "issuer_mismatch"]))
        #expect(codes.contains("expired") != codes.contains("clock_wrong"))
        #expect(line["applicant"] == Licence.pointOfSaleApplicant)
    }
}
