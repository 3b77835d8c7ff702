import Testing

@Suite(.ownThreads) struct DamagedScanTests {
    @Test func `half a licence, then silence, is a truncated scan`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.half)
        let reading = try till.next("reading")
        let line = try till.next("scan_failed")
        #expect(line["reason"] == "truncated")
        #expect(line["scan"] == reading["scan"])
    }

    @Test func `a truncated scan is told before three seconds of silence are over`() throws {
        let shop = try Shop(
            """
            scanners:
              - {name: front, match: {path: FOLDER/front}, idle_gap: auto}
              - {name: marker, match: {path: FOLDER/marker}, idle_gap: 2s}
            """, scanners: ["front", "marker"])
        let till = try shop.till()
        try shop.scanners[0].send(Licence.ontario.half)
        try till.next("reading")
        // Two silences of 2 s each, one after the other, are the clock of this test.
        try shop.scanners[1].send("ends by silence only")
        #expect(try till.next("scan_failed")["scanner"] == "front")
        try till.next("barcode")
    }

    @Test func `after a truncated scan the next licence is read`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.half)
        try till.next("reading")
        try till.next("scan_failed")
        try shop.scanner.send(Licence.ontario.payload)
        try till.next("reading")
        #expect(try till.next("applicant")["applicant"] == Licence.ontarioApplicant)
    }

    @Test func `half a licence, then unplugging, is told as both`() throws {
        // The gap is longer than the moment between the two.
        let shop = try Shop("scanners: [{match: {path: FOLDER/front}, idle_gap: 2s}]")
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.half)
        let reading = try till.next("reading")
        shop.scanner.unplug()
        let line = try till.next("scan_failed")
        #expect(line["reason"] == "unplugged")
        #expect(line["scan"] == reading["scan"])
        #expect(try till.next("scanner_removed")["scanner"]?["name"]?.text == shop.scanner.link)
    }

    @Test(arguments: [("", 0), (Licence.ontario.half, 1)])
    func `a mebibyte without an end is one failure, and the next licence is read`(
        beginning: String, readings: Int
    ) throws {
        let shop = try Shop("scanners: [{match: {path: FOLDER/front}, idle_gap: 1s}]")
        let till = try shop.till()
        let filler = [UInt8](repeating: UInt8(ascii: "7"), count: 1 << 20)
        try shop.scanner.send(Array(beginning.utf8) + filler)
        for _ in 0..<readings { try till.next("reading") }
        #expect(try till.next("scan_failed")["reason"] == "too_long")
        // What comes before the line was quiet still belongs to the failed scan.
        let isHeard = try Patience().wait {
            try shop.scanner.send(Licence.ontario.payload)
            return till.hasLine(Patience(.seconds(3)))
        }
        #expect(isHeard)
        try till.next("reading")
        #expect(try till.next("applicant")["applicant"] == Licence.ontarioApplicant)
    }

    @Test(arguments: ["DCS", "DAQ", "DBB", "DAG", "DBA"], [UInt8(0x00), 0xFF])
    func `a stray byte in a value is never a value that is silently wrong`(element: String, stray: UInt8)
        throws
    {
        let shop = try Shop()
        let till = try shop.till()
        var payload = Array(Licence.ontario.payload.utf8)
        let start = try #require(payload.firstIndex(of: element))
        payload.insert(stray, at: start + 5)
        try shop.scanner.send(payload + Array("\r".utf8))
        try till.next("reading")
        let line = try #require(try till.next())
        guard line["type"] == "applicant" else {
            #expect(line["type"] == "scan_failed")
            return
        }
        let codes = line["warnings"]?.items.compactMap { $0["code"]?.text } ?? []
        #expect(codes.contains("repaired") || codes.contains("missing_field"))
    }
}

extension [UInt8] {
    /// Where an element's identifier begins.
    fileprivate func firstIndex(of element: String) -> Int? {
        let wanted = Array("\n\(element)".utf8)
        return indices.first { self[$0...].starts(with: wanted) }.map { $0 + 1 }
    }
}
