import Testing

/// The daemon in remote mode with the stand-in POS API at the other end of a TLS connection.
@Suite(.ownThreads) struct RemoteScanTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
    }

    private func shop(_ mode: String, deadline: String = "20s", more: String = "", scanners: Int = 1) throws
        -> Shop
    {
        try Shop(
            "{decode: {mode: \(mode), deadline: \(deadline)}, \(sandbox.section(more))}",
            scanners: (1...scanners).map { "scanner\($0)" })
    }

    private func codes(_ line: JSON) -> [String] {
        line["warnings"]?.items.compactMap { $0["code"]?.text } ?? []
    }

    @Test func `the endpoint's applicant is published, and was asked for under the scan's id`() throws {
        let shop = try shop("remote")
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        let line = try till.skip(to: "applicant")
        #expect(line["source"] == "remote")
        #expect(line["applicant"] == Licence.ontarioApplicant)
        #expect(line["warnings"] == [])
        let asked = try sandbox.requests().filter { $0["operation"] == "driverslicense" }
        #expect(asked.map { $0["headers"]?["x-reference-id"] } == [line["scan"]])
    }

    @Test func `a stripe's text is decoded by the endpoint as well`() throws {
        let shop = try shop("remote")
        let till = try shop.till()
        try shop.scanner.send(Licence.britishColumbia + "\r")
        let line = try till.skip(to: "applicant")
        #expect(line["source"] == "remote")
        #expect(line["applicant"]?["last_name"] == "SPECIMEN")
    }

    @Test(arguments: [
        "driverslicense:drop", "driverslicense:401", "driverslicense:409=wrong_inputs", "driverslicense:500",
        "driverslicense:503", "driverslicense:malformed", "driverslicense:delay=20s",
        "driverslicense:slow-body=20s", "driverslicense:revoked-token*1", "wrong-certificate", "delay=200ms",
    ])
    func `whatever goes wrong, each of eight scans at once is answered once, and in time`(fault: String)
        throws
    {
        let shop = try shop("remote", deadline: "700ms", scanners: 8)
        try sandbox.setFaults([fault])
        let till = try shop.till()
        let (lines, slowdown) = try MachinePace.during {
            for (number, scanner) in shop.scanners.enumerated() {
                try scanner.send(Licence.ontario.numbered(number + 1).payload)
            }
            return try shop.scanners.map { _ in try till.skip(to: ["applicant", "scan_failed"]) }
        }
        #expect(Set(lines.map { $0["applicant"]?["govid_number"]?.text }).count == 8)
        #expect(lines.compactMap { $0["seq"]?.integer } == Array(1...8))
        // A connection that was made before the certificate changed is good still.
        let isHarmless = ["driverslicense:revoked-token*1", "wrong-certificate", "delay=200ms"].contains(
            fault)
        #expect(
            lines.allSatisfy { isHarmless || $0["source"] == "local" && codes($0) == ["remote_unavailable"] })
        try till.ask(#"{"type":"status"}"#)
        let status = try till.next("status")
        #expect(status["scans"]?["applicant"] == 8)
        guard case .number(let slowest)? = status["latency_ms"]?["p99"] else {
            Issue.record("no latency in \(status)")
            return
        }
        #expect(slowest < 700 + 100 * slowdown)
    }

    @Test func `with the endpoint gone the second scan doesn't wait, and once it is back it is asked again`()
        throws
    {
        let shop = try shop("remote")
        let till = try shop.till()
        try sandbox.stop()
        for number in 1...2 {
            try shop.scanner.send(Licence.ontario.numbered(number).payload)
            let line = try till.skip(to: "applicant")
            #expect(line["source"] == "local")
            #expect(codes(line) == ["remote_unavailable"])
        }
        #expect(try remote(till)["state"] == "down")
        #expect(try remote(till)["since"] != nil)
        try sandbox.restart()
        #expect(try Patience().wait { try remote(till)["state"] == "up" })
        try shop.scanner.send(Licence.ontario.numbered(3).payload)
        #expect(try till.skip(to: "applicant")["source"] == "remote")
    }

    @Test func `a certificate of an unknown authority is never trusted`() throws {
        let section = sandbox.section().replacing("ca_file: \(sandbox.authoritiesFile)", with: "ca_file: ''")
        let shop = try Shop("{decode: {mode: remote}, \(section)}")
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        #expect(codes(try till.skip(to: "applicant")) == ["remote_unavailable"])
        #expect(try sandbox.requests() == [])
    }

    @Test(arguments: [("503", "remote_unavailable"), ("409=wrong_inputs", "not_accepted")])
    func `where nothing stands in for the endpoint a cashier is told what to do`(
        fault: String, reason: String
    ) throws {
        let shop = try shop("remote-only")
        try sandbox.setFaults(["driverslicense:\(fault)"])
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        let line = try till.skip(to: "scan_failed")
        #expect(try shop.daemon.stop() == 0)
        #expect(line["reason"]?.text == reason, "\(shop.daemon.log)")
        #expect(line["message"]?.text?.contains("scan it again") == true)
    }

    @Test func `the same licence again is one event, and isn't asked for again`() throws {
        let shop = try shop("remote")
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        let first = try till.skip(to: "applicant")
        try shop.scanner.send(Licence.ontario.payload)
        #expect(try till.skip(to: "repeated")["of"] == first["scan"])
        #expect(try sandbox.requests().count { $0["operation"] == "driverslicense" } == 1)
    }

    @Test func `a reload turns to the endpoint, and away from it`() throws {
        let shop = try Shop("decode: {mode: local}")
        let till = try shop.till()
        for (number, mode) in ["remote", "local"].enumerated() {
            try shop.folder.write(
                "{decode: {mode: \(mode), deadline: 20s}, \(sandbox.section())}", to: "scanbridge.yaml")
            try shop.daemon.reload()
            try shop.scanner.send(Licence.ontario.numbered(number).payload)
            let line = try till.skip(to: "applicant")
            #expect(line["source"]?.text == mode)
        }
        #expect(try remote(till)["state"] == "off")
    }

    @Test func `a reload whose secret isn't to be had changes nothing`() throws {
        let shop = try shop("remote")
        let till = try shop.till()
        try shop.folder.write(
            "{decode: {mode: local}, sockets: [{calls: [customers.search]}], "
                + "pos_api: {url: 'https://localhost', client_id: a, client_secret_file: gone}}",
            to: "scanbridge.yaml")
        try shop.daemon.reload()
        try shop.daemon.said(
            "configuration not taken, nothing changed: \(shop.folder.path("gone")): no such file")
        try shop.scanner.send(Licence.ontario.payload)
        #expect(try till.skip(to: "applicant")["source"] == "remote")
    }

    @Test func `the daemon ends in order while the endpoint keeps a scan waiting`() throws {
        let shop = try shop("remote", deadline: "20s")
        try sandbox.setFaults(["driverslicense:delay=20s"])
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        try till.next("reading")
        #expect(try shop.daemon.stop() == 0)
        #expect(try till.skip(to: "bye")["reason"] == "shutdown")
    }

    @Test func `local-only leaves the endpoint alone`() throws {
        let folder = try Folder()
        let scanner = try Scanner(link: folder.path("front"))
        let file = try folder.write(
            "{decode: {mode: remote-only}, sockets: [{calls: [account.close]}], \(sandbox.section(", account_search: true"))}",
            to: "c.yaml")
        let daemon = try Daemon(
            folder,
            [
                "--local-only", "--config", file, "--socket", folder.path("till.sock"), "--serial",
                scanner.link,
            ])
        try daemon.waitUntilReady()
        let till = try Till(folder.path("till.sock"), daemon: daemon)
        try scanner.send(Licence.ontario.payload)
        #expect(try till.skip(to: "applicant")["source"] == "local")
        try till.ask(#"{"type":"call","call":"account.close","params":{"account_number":"1"}}"#)
        #expect(try till.next("error")["code"] == "not_allowed")
        #expect(try daemon.stop() == 0)
        #expect(try sandbox.requests() == [])
    }

    private func remote(_ till: Till) throws -> JSON {
        // No more often than a till may ask.
        Patience.pause(.milliseconds(100))
        try till.ask(#"{"type":"status"}"#)
        return try #require(try till.skip(to: "status")["remote"])
    }
}
