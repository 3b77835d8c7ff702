import Testing

/// What leaves the machine, and what stays out of the log, when the POS API is asked.
@Suite(.ownThreads) struct RemotePrivacyTests {
    private static let socialSecurityNumber = "987654321"
    private static let healthNumber = "9123456789"

    /// A version 1 card, whose subfile may hold a social security number.
    private static let licence: Licence = {
        var licence = Licence.ontario
        licence.version = "01"
        licence.subfiles = [("DL", licence.subfiles[0].elements + ["DBK\(socialSecurityNumber)"])]
        return licence
    }()

    /// British Columbia's third track has the holder's health number behind the colours of hair and eyes.
    private static let stripe = Licence.britishColumbia.replacing(
        "BRNBLU          ", with: "BRNBLU\(healthNumber)")

    @Test func `no social security or health number leaves the machine, and no secret comes into the log`()
        throws
    {
        let sandbox = try Sandbox()
        let shop = try Shop(
            """
            sockets: [{calls: [customers.search, account.verify]}]
            decode: {mode: remote, deadline: 20s}
            log: {level: trace}
            \(sandbox.section(", account_search: true"))
            """)
        let till = try shop.till()
        for payload in [Self.licence.payload, Self.stripe + "\r"] {
            try shop.scanner.send(payload)
            #expect(try till.skip(to: "applicant")["source"] == "remote")
            try till.next("accounts")
        }
        try fail(till, sandbox, shop)
        #expect(try shop.daemon.stop() == 0)
        let requests = try sandbox.requests()
        #expect(requests.count { $0["operation"] == "driverslicense" } >= 2)
        let sent = "\(requests)"
        #expect(!sent.contains(Self.socialSecurityNumber))
        #expect(!sent.contains(Self.healthNumber))
        let tokens = requests.compactMap { $0["headers"]?["authorization"]?.text?.split(separator: " ").last }
        #expect(!tokens.isEmpty)
        let log = (try shop.daemon.output() + shop.daemon.log).joined(separator: "\n")
        let secrets =
            tokens.map(String.init) + ["sandbox-secret", "SPECIMEN", "Thunder", "S1234567881", "1981-12-01"]
        #expect(secrets.filter { log.contains($0) } == [])
    }

    /// What else the log could quote: refusals, and a call's parameters.
    private func fail(_ till: Till, _ sandbox: Sandbox, _ shop: Shop) throws {
        try till.ask(
            #"{"type":"call","call":"account.verify","params":{"account_number":"123456789","format":"security_question","#
                + #""request_id":"7","security_qid":6,"security_answer":"Thunder"}}"#)
        try till.skip(to: "response")
        for fault in ["driverslicense:409=wrong_inputs", "driverslicense:malformed", "driverslicense:drop"] {
            try sandbox.setFaults([fault])
            try shop.scanner.send(Licence.ontario.numbered(Int.random(in: 1...999_999)).payload)
            try till.skip(to: "applicant")
        }
    }
}
