import Testing

@Suite(.ownThreads) struct TillRequestTests {
    @Test(arguments: [
        ("no JSON at all", "bad_json"), ("{\"type\":", "bad_json"), ("[1,2]", "bad_request"),
        ("\"status\"", "bad_request"), ("{}", "unknown_type"), ("{\"type\":\"brew\"}", "unknown_type"),
        ("{\"type\":\"ack\"}", "bad_request"), ("{\"type\":\"status\",\"id\":7}", "bad_request"),
    ])
    func `a line that is no request is answered with an error, and the connection stays`(
        request: String, code: String
    ) throws {
        let shop = try Shop()
        let till = try shop.till()
        try till.ask(request)
        #expect(try till.next("error")["code"]?.text == code)
        try shop.scanner.send(Licence.ontario.payload)
        try till.next("reading")
        try till.next("applicant")
    }

    @Test func `bytes that are no text are answered with an error, and the connection stays`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try till.send([0xFF, 0x00, 0xC3, 0x28, 0x0A])
        #expect(try till.next("error")["code"] == "bad_json")
        try till.ask(#"{"type":"status"}"#)
        try till.next("status")
    }

    @Test func `20 KB without a line's end is refused, and the connection ends`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try till.send([UInt8](repeating: UInt8(ascii: "x"), count: 20_000))
        #expect(try till.next("error")["code"] == "bad_request")
        #expect(try till.next("bye")["reason"] == "bad_request")
        #expect(try till.next() == nil)
    }

    @Test func `a till that says nothing for seconds still gets every event`() throws {
        let shop = try Shop()
        let till = try shop.till()
        #expect(!till.hasLine(Patience(.seconds(4))))
        try shop.scanner.send(Licence.ontario.payload)
        try till.next("reading")
        try till.next("applicant")
    }

    @Test func `a till that has closed its writing end still gets every event`() throws {
        let shop = try Shop()
        let till = try shop.till()
        till.closeWriting()
        try shop.scanner.send(Licence.ontario.payload)
        try till.next("reading")
        try till.next("applicant")
    }

    @Test func `an answer bears the id of its request`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try till.ask(#"{"type":"status","id":"abc"}"#)
        #expect(try till.next("status")["id"] == "abc")
        try till.ask(#"{"type":"brew","id":"def"}"#)
        #expect(try till.next("error")["id"] == "def")
    }

    @Test func `calls are not allowed`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try till.ask(#"{"type":"call","id":"c1","call":"customers.search","params":{}}"#)
        let line = try till.next("error")
        #expect(line["code"] == "not_allowed")
        #expect(line["id"] == "c1")
    }

    @Test func `too many requests at once are refused, and the connection stays`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try till.send(Array(String(repeating: "{\"type\":\"status\"}\n", count: 400).utf8))
        #expect(try till.skip(to: "error")["code"] == "rate_limited")
        try shop.scanner.send(Licence.ontario.payload)
        try till.skip(to: "applicant")
    }

    @Test func `status counts tills and scans by their outcome`() throws {
        let shop = try Shop("scanners: [{match: {path: FOLDER/front}, name: front, repeat_window: 60s}]")
        let till = try shop.till()
        let other = try shop.till()
        try shop.scanner.send(Licence.ontario.payload + Licence.ontario.payload + "\r4006381333931\r")
        try till.skip(to: "barcode")
        try shop.scanner.send("A06198657\r")
        try till.next("scan_failed")
        try till.ask(#"{"type":"status"}"#)
        let status = try till.next("status")
        #expect(status["tills"] == 2)
        #expect(
            status["scans"] == [
                "applicant": 1, "repeated": 1, "barcode": 1, "typed": 0, "scan_failed": ["wrong_barcode": 1],
            ])
        #expect(status["remote"]?["state"] == "off")
        #expect(status["scanners"] == [["name": "front", "transport": "serial", "state": "ready"]])
        #expect(status["latency_ms"]?.keys == ["p50", "p99"])
        try other.next("reading")
    }

    @Test func `replay gives what is held again, with its age, its number and its first time`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload + "\r4006381333931\r")
        try till.next("reading")
        let applicant = try till.next("applicant")
        let barcode = try till.next("barcode")
        try till.ask(#"{"type":"replay"}"#)
        for first in [applicant, barcode] {
            let again = try #require(try till.next())
            #expect(again["replayed"] == true)
            #expect(again["age_ms"]?.integer != nil)
            for key in ["type", "seq", "scan", "at", "applicant", "data"] {
                #expect(again[key] == first[key])
            }
        }
    }

    @Test func `what a till acknowledged isn't replayed`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload + "\r4006381333931\r")
        let applicant = try till.skip(to: "applicant")
        try till.next("barcode")
        try till.ask(#"{"type":"ack","scan":"\#(applicant["scan"]?.text ?? "")"}"#)
        try till.ask(#"{"type":"replay"}"#)
        try till.next("barcode")
        try till.ask(#"{"type":"status"}"#)
        try till.next("status")
    }
}
