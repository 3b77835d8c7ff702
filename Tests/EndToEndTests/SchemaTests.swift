import Foundation
import Testing

/// Holds the daemon to the published schema: every kind of line that it can be made to print.
@Suite(.ownThreads) struct SchemaTests {
    private static let python = "/usr/bin/python3"
    private static let hasValidator =
        (try? Program([python, "-W", "ignore", "-c", "import jsonschema"]).finish()) == 0
    private static let validator = """
        import json, sys, jsonschema
        schema = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))
        for line in open(sys.argv[2]):
            for fault in schema.iter_errors(json.loads(line)):
                print(fault.json_path, fault.message, "in", line[:80])
        """

    @Test(.enabled(if: hasValidator, "python3-jsonschema is missing; `make test` installs it"))
    func `every line is what the schema says`() throws {
        let lines = try collected()
        let types = Set(try lines.compactMap { try JSON(parsing: $0)["type"]?.text })
        #expect(
            types == [
                "hello", "reading", "applicant", "scan_failed", "repeated", "barcode", "scanner_added",
                "scanner_removed", "scanner_error", "status", "error", "bye",
            ])
        #expect(try Self.faults(of: lines) == [])
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is missing; `make test` installs it"))
    func `every line about the POS API is what the schema says`() throws {
        let sandbox = try Sandbox()
        let shop = try Shop(
            """
            sockets: [{calls: [customers.search, customers.lookup]}]
            decode: {mode: remote, deadline: 20s}
            \(sandbox.section(", account_search: true"))
            """)
        let till = try shop.till()
        for (number, fault) in ["delay=1ms", "500"].enumerated() {
            try sandbox.setFaults([fault])
            try shop.scanner.send(Licence.ontario.numbered(number).payload)
            try till.skip(to: "accounts")
            try till.ask(
                #"{"type":"call","id":"1","call":"customers.lookup","params":{"account_number":"123456789"}}"#
            )
            try till.skip(to: "response")
            try till.ask(#"{"type":"status"}"#)
            try till.skip(to: "status")
        }
        #expect(try Self.faults(of: till.received) == [])
    }

    /// What the validator says against lines.
    private static func faults(of lines: [String]) throws -> [String] {
        let folder = try Folder()
        let file = try folder.write(Array(lines.joined(separator: "\n").utf8), to: "lines.jsonl")
        let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/till-protocol.schema.json")
        let check = try Program([python, "-W", "ignore", "-c", validator, schema.path(), file])
        guard try check.finish() == 0 else { throw TestTrouble("the validator: \(try check.errors.rest())") }
        return try check.output.rest()
    }

    /// What two tills read in a shop where everything happens once.
    private func collected() throws -> [String] {
        let shop = try Shop(
            """
            sockets:
              - {hold: 60s}
              - {path: FOLDER/other.sock, document: true, max_tills: 1}
            scanners: [{name: front, match: {path: FOLDER/front}, repeat_window: 60s}]
            """)
        let (till, whole) = (try shop.till(), try shop.till(at: "other.sock"))
        let refused = try shop.unreadTill(at: "other.sock")
        try refused.next("bye")
        for text in [
            Licence.ontario.payload + Licence.ontario.payload, Licence.pointOfSaleExample,
            Licence.britishColumbia,
        ] {
            try shop.scanner.send(text + "\r")
            try till.skip(to: "applicant")
        }
        try shop.scanner.send("]E04006381333931\r")
        try till.skip(to: "barcode")
        for text in ["A06198657\r", Licence.ontario.half] {
            try shop.scanner.send(text)
            try till.skip(to: "scan_failed")
        }
        shop.scanner.unplug()
        try till.skip(to: "scanner_error")
        try shop.scanner.plugIn()
        try till.skip(to: "scanner_added")
        for request in [#"{"type":"replay"}"#, #"{"type":"status","id":"1"}"#, "nonsense", #"{"type":"x"}"#] {
            try till.ask(request)
        }
        try till.skip(to: "status")
        let late = try shop.till()
        #expect(try shop.daemon.stop() == 0)
        for till in [till, whole, late] { while try till.next() != nil {} }
        return [till, whole, refused, late].flatMap(\.received)
    }
}
