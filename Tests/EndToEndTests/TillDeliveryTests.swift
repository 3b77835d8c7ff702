import Foundation
import Testing

@Suite(.ownThreads) struct TillDeliveryTests {
    @Test func `hello is the first line, and tells of scanners that are open`() throws {
        let shop = try Shop()
        let hello = try shop.unreadTill().next("hello")
        #expect(hello.keys == ["type", "protocol", "daemon", "version", "instance", "seq", "scanners"])
        #expect(hello["protocol"] == 1)
        #expect(hello["daemon"] == "scanbridge")
        #expect(hello["seq"] == 0)
        #expect(
            hello["scanners"] == [
                ["name": .string(shop.scanner.link), "transport": "serial", "state": "ready"]
            ])
    }

    @Test func `hello tells the last number given`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        try till.skip(to: "applicant")
        #expect(try shop.unreadTill().next("hello")["seq"] == 1)
    }

    @Test func `a till that comes late gets the scan that nobody got, marked with its age`() throws {
        let shop = try Shop("log: {level: debug}")
        try shop.scanner.send(Licence.ontario.payload)
        try shop.daemon.said("outcome=applicant")
        let line = try shop.till().next("applicant")
        #expect(line["replayed"] == true)
        #expect(line["age_ms"]?.integer != nil)
        #expect(line["seq"] == 1)
        #expect(line["applicant"] == Licence.ontarioApplicant)
    }

    @Test func `a till that comes late doesn't get what another has got`() throws {
        let shop = try Shop()
        let first = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        try first.skip(to: "applicant")
        let second = try shop.till()
        try shop.scanner.send("4006381333931\r")
        try second.next("barcode")
    }

    @Test func `with a hold of zero nothing waits`() throws {
        let shop = try Shop("{sockets: [{hold: 0s}], log: {level: debug}}")
        try shop.scanner.send(Licence.ontario.payload)
        try shop.daemon.said("outcome=applicant")
        let till = try shop.till()
        try shop.scanner.send("4006381333931\r")
        #expect(try till.next("barcode")["seq"] == 2)
    }

    @Test func `each socket shows its own scanners and counts for itself`() throws {
        let shop = try Shop(
            """
            sockets:
              - {scanners: [left]}
              - {path: FOLDER/other.sock, scanners: ["ri*"]}
            scanners:
              - {name: left, match: {path: FOLDER/left}}
              - {name: right, match: {path: FOLDER/right}}
            """, scanners: ["left", "right"])
        let first = try shop.unreadTill()
        let second = try shop.unreadTill(at: "other.sock")
        #expect(try first.next("hello")["scanners"]?.items.map { $0["name"] } == ["left"])
        #expect(try second.next("hello")["scanners"]?.items.map { $0["name"] } == ["right"])
        try shop.scanners[0].send("1111\r")
        try shop.scanners[1].send("2222\r")
        for (till, data) in [(first, "1111"), (second, "2222")] {
            let line = try till.next("barcode")
            #expect(line["data"]?.text == data)
            #expect(line["seq"] == 1)
        }
    }

    @Test func `a socket's fields limit an applicant, and its document adds every element`() throws {
        let shop = try Shop(
            """
            sockets:
              - {fields: [last_name, dob]}
              - {path: FOLDER/other.sock, document: true}
            """)
        let limited = try shop.till()
        let whole = try shop.till(at: "other.sock")
        try shop.scanner.send(Licence.ontario.payload)
        let line = try limited.skip(to: "applicant")
        #expect(line["applicant"] == ["last_name": "SPECIMEN", "dob": "1981-12-01"])
        #expect(line["document"] == nil)
        let full = try whole.skip(to: "applicant")
        #expect(full["applicant"] == Licence.ontarioApplicant)
        let elements = full["document"]?["elements"]?.items ?? []
        #expect(elements.contains { $0["id"] == "DAQ" && $0["text"] == "S12345678816201" })
        #expect(elements.contains { $0["id"] == "ZOB" && $0["text"] == "Y" })
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func `a daemon that is stopped says goodbye to every till, removes its socket, and ends with 0`(
        signal: Int32
    ) throws {
        let shop = try Shop()
        let tills = try (0..<3).map { _ in try shop.till() }
        shop.daemon.signal(signal)
        for till in tills {
            #expect(try till.next("bye")["reason"] == "shutdown")
            #expect(try till.next() == nil)
        }
        #expect(try shop.daemon.finish() == 0)
        #expect(!FileManager.default.fileExists(atPath: shop.folder.path("till.sock")))
    }

    @Test func `each start of the daemon is another instance`() throws {
        let shop = try Shop()
        let first = try shop.unreadTill().next("hello")["instance"]
        #expect(try shop.daemon.stop() == 0)
        try shop.restart()
        #expect(try shop.unreadTill().next("hello")["instance"] != first)
    }
}
