import Testing

@Suite(.ownThreads, .serialized) struct TillCrowdTests {
    private let quickScans = """
        sockets: [{max_queue: 64KiB, max_tills: 200}]
        scanners: [{match: {path: FOLDER/front}, repeat_window: 0s}]
        """

    @Test func `a till that never reads doesn't keep another from reading a thousand scans in order`() throws
    {
        let shop = try Shop(quickScans)
        let stuck = try shop.unreadTill()
        let till = try shop.till()
        for number in 1...1000 {
            try shop.scanner.send(Licence.ontario.numbered(number).payload)
            let reading = try till.next("reading")
            let line = try till.next("applicant")
            try #require(line["seq"]?.integer == number)
            try #require(line["scan"] == reading["scan"])
            try #require(line["applicant"]?["govid_number"]?.text?.hasSuffix("\(number)") == true)
        }
        try till.ask(#"{"type":"status"}"#)
        let status = try till.next("status")
        #expect(status["tills"] == 1)
        #expect(status["scans"]?["applicant"] == 1000)
        #expect(stuck.hasLine(Patience()))
    }

    @Test func `a till that is cut off reads what it was given without a gap, and then why`() throws {
        let shop = try Shop(quickScans)
        let stuck = try shop.unreadTill()
        let till = try shop.till()
        var number = 0
        var tills = 2
        while tills == 2, number < 2000 {
            number += 1
            try shop.scanner.send(Licence.ontario.numbered(number).payload)
            try till.next("reading")
            try till.next("applicant")
            try till.ask(#"{"type":"status"}"#)
            tills = try till.next()?["tills"]?.integer ?? tills
        }
        try stuck.next("hello")
        var sequence = 0
        while let line = try stuck.next(), line["type"] != "bye" {
            guard let found = line["seq"]?.integer else { continue }
            try #require(found == sequence + 1)
            sequence = found
        }
        #expect((1..<number).contains(sequence))
        #expect(stuck.received.last?.contains(#""reason":"too_slow""#) == true)
        #expect(try stuck.next() == nil)
    }

    @Test func `two hundred tills at once all get a scan`() throws {
        let shop = try Shop(quickScans)
        let tills = try (0..<200).map { _ in try shop.till() }
        try shop.scanner.send(Licence.ontario.payload)
        for till in tills {
            try till.next("reading")
            #expect(try till.next("applicant")["applicant"] == Licence.ontarioApplicant)
        }
    }

    @Test func `one till too many is told so, and the others stay`() throws {
        let shop = try Shop("sockets: [{max_tills: 3}]")
        let tills = try (0..<3).map { _ in try shop.till() }
        let fourth = try shop.unreadTill()
        #expect(try fourth.next("bye")["reason"] == "too_many")
        #expect(try fourth.next() == nil)
        try shop.scanner.send(Licence.ontario.payload)
        for till in tills { try till.skip(to: "applicant") }
    }
}
