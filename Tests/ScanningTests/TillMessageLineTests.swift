import AAMVA
import Scanning
import Testing

@Suite struct TillMessageLineTests {
    private static let at = Timestamp(milliseconds: 1_795_415_340_042)
    private static let time = "2026-11-23T06:29:00.042Z"
    private static let digits = "0123456789abcdef0123456789abcdef"

    private let scan = ScanID(Self.digits)
    private let scanner = ScannerStatus(
        name: "front", transport: .evdev, state: .ready, vendor: "0c2e", product: "0b61", port: "1-2.3")

    private func line(
        _ message: TillMessage, _ options: TillMessage.LineOptions = .init()
    ) -> String {
        String(decoding: message.line(options: options), as: UTF8.self)
    }

    private func applicantLine(document: Document? = nil) throws -> TillMessage {
        var applicant = Applicant()
        applicant[.lastName] = "SAMPLE"
        applicant[.firstName] = "ROBIN \"R\""
        applicant[.dob] = "1985-04-17"
        return .applicant(
            TillMessage.ApplicantLine(
                scan: try #require(scan), scanner: "front", at: Self.at, source: .local, applicant: applicant,
                document: document,
                warnings: [
                    ApplicantWarning(.expired, field: .govidExpiry, message: "The card has expired."),
                    ApplicantWarning(.clockWrong, message: "The date is wrong."),
                ]))
    }

    private static let applicantHead =
        #"{"type":"applicant","scan":"\#(digits)","scanner":"front","at":"\#(time)","source":"local","applicant":"#
    private static let warnings =
        #""warnings":[{"code":"expired","field":"govid_expiry","message":"The card has expired."},"#
        + #"{"code":"clock_wrong","message":"The date is wrong."}]"#

    @Test func `hello names the protocol, the daemon, and the scanners`() throws {
        let hello = TillMessage.Hello(
            version: "0.1.0", instance: try #require(scan), sequence: 7, scanners: [scanner])
        #expect(
            line(.hello(hello)) == #"{"type":"hello","protocol":1,"daemon":"scanbridge","version":"0.1.0","#
                + #""instance":"\#(Self.digits)","seq":7,"scanners":[{"name":"front","transport":"evdev","#
                + #""state":"ready","vendor":"0c2e","product":"0b61","port":"1-2.3"}]}"# + "\n")
    }

    @Test func `reading tells scan, scanner and time`() throws {
        #expect(
            line(.reading(scan: try #require(scan), scanner: "front", at: Self.at))
                == #"{"type":"reading","scan":"\#(Self.digits)","scanner":"front","at":"\#(Self.time)"}"#
                + "\n")
    }

    @Test func `applicant shows its keys in one order and its warnings`() throws {
        #expect(
            line(try applicantLine()) == Self.applicantHead
                + #"{"first_name":"ROBIN \"R\"","last_name":"SAMPLE","dob":"1985-04-17"},"#
                + Self.warnings + "}\n")
    }

    @Test func `a socket's fields limit the applicant, not its warnings`() throws {
        #expect(
            line(try applicantLine(), .init(fields: [.dob, .city])) == Self.applicantHead
                + #"{"dob":"1985-04-17"},"# + Self.warnings + "}\n")
    }

    @Test func `the document stands in the line only where the socket asks for it`() throws {
        let message = try applicantLine(
            document: Document(
                version: 9, issuer: "636012",
                items: [
                    .init(
                        id: "DBB", subfile: "DL", name: "Date of birth", text: "19850417", value: "1985-04-17"
                    ),
                    .init(id: "ZOA", subfile: "ZO", name: nil, text: "X", value: nil),
                ]))
        let document =
            #""document":{"version":9,"issuer":"636012","elements":[{"id":"DBB","subfile":"DL","#
            + #""name":"Date of birth","text":"19850417","value":"1985-04-17"},"#
            + #"{"id":"ZOA","subfile":"ZO","text":"X"}]}"#
        #expect(!line(message).contains("document"))
        #expect(line(message, .init(document: true)).contains(document))
    }

    @Test func `a document that would make the line too long is left out`() throws {
        let item = Document.Item(
            id: "ZOA", subfile: "ZO", name: nil, text: String(repeating: "x", count: 40_000), value: nil)
        let fitting = try applicantLine(document: Document(version: 9, issuer: nil, items: [item]))
        let tooLong = try applicantLine(document: Document(version: 9, issuer: nil, items: [item, item]))
        #expect(fitting.line(options: .init(document: true)).count > 40_000)
        #expect(tooLong.line(options: .init(document: true)) == tooLong.line())
    }

    @Test func `a numbered line bears its number`() throws {
        let options = TillMessage.LineOptions(sequence: 12)
        let failure = ScanFailure(.unreadable, message: "Scan again.")
        let message = TillMessage.scanFailed(
            scan: try #require(scan), scanner: "front", at: Self.at, failure: failure)
        #expect(
            line(message, options)
                == #"{"type":"scan_failed","seq":12,"scan":"\#(Self.digits)","scanner":"front","at":"\#(Self.time)","#
                + #""reason":"unreadable","message":"Scan again."}"# + "\n")
    }

    @Test func `a line that is not numbered bears no number`() throws {
        let message = TillMessage.reading(scan: try #require(scan), scanner: "front", at: Self.at)
        #expect(line(message, .init(sequence: 3)) == line(message))
    }

    @Test func `repeated names the earlier scan`() throws {
        let earlier = try #require(ScanID("ffffffffffffffff0000000000000000"))
        #expect(
            line(.repeated(scan: try #require(scan), scanner: "front", at: Self.at, of: earlier))
                == #"{"type":"repeated","scan":"\#(Self.digits)","scanner":"front","at":"\#(Self.time)","#
                + #""of":"ffffffffffffffff0000000000000000"}"# + "\n")
    }

    @Test func `barcode shows its symbology where it is known`() throws {
        let scan = try #require(scan)
        let head = #"{"type":"barcode","scan":"\#(Self.digits)","scanner":"front","at":"\#(Self.time)","#
        let known = Barcode(symbology: "]E0", data: "4006381333931")
        let unknown = Barcode(symbology: nil, data: "A\tB")
        #expect(
            line(.barcode(scan: scan, scanner: "front", at: Self.at, barcode: known))
                == head + #""symbology":"]E0","data":"4006381333931"}"# + "\n")
        #expect(
            line(.barcode(scan: scan, scanner: "front", at: Self.at, barcode: unknown))
                == head + #""data":"A\tB"}"# + "\n")
    }

    @Test func `hot-plug shows the scanner's object`() {
        let object =
            #"{"name":"front","transport":"evdev","state":"ready","vendor":"0c2e","product":"0b61","#
            + #""port":"1-2.3"}"#
        #expect(
            line(.scannerAdded(scanner, at: Self.at))
                == #"{"type":"scanner_added","at":"\#(Self.time)","scanner":\#(object)}"# + "\n")
        #expect(
            line(.scannerRemoved(scanner, at: Self.at))
                == #"{"type":"scanner_removed","at":"\#(Self.time)","scanner":\#(object)}"# + "\n")
    }

    @Test func `scanner_error names the scanner and the reason`() {
        let fault = TillMessage.ScannerFault(scanner: "front", reason: .notFound, message: "It is not there.")
        #expect(
            line(.scannerError(fault, at: Self.at))
                == #"{"type":"scanner_error","at":"\#(Self.time)","scanner":"front","reason":"not_found","#
                + #""message":"It is not there."}"# + "\n")
    }

    @Test func `status counts scans by outcome`() {
        var counts = ScanCounts()
        counts.applicant = 5
        counts.failed = [.unplugged: 1, .truncated: 2]
        counts.barcode = 3
        let report = StatusReport(
            uptimeSeconds: 61, scanners: [], tills: 2, scans: counts, latencyP50: 0.25,
            latencyP99: 1.5)
        #expect(
            line(.status(report, id: "q1"))
                == #"{"type":"status","id":"q1","uptime_s":61,"scanners":[],"tills":2,"scans":{"applicant":5,"#
                + #""scan_failed":{"truncated":2,"unplugged":1},"barcode":3,"typed":0,"repeated":0},"#
                + #""remote":{"state":"off"},"latency_ms":{"p50":0.25,"p99":1.5}}"#
                + "\n")
    }

    @Test func `status before the first scan gives no latency`() {
        let report = StatusReport(
            uptimeSeconds: 0, scanners: [], tills: 0, scans: ScanCounts(), latencyP50: nil, latencyP99: nil)
        #expect(
            line(.status(report, id: nil))
                == #"{"type":"status","uptime_s":0,"scanners":[],"tills":0,"scans":{"applicant":0,"scan_failed":{},"#
                + #""barcode":0,"typed":0,"repeated":0},"remote":{"state":"off"}}"# + "\n")
    }

    @Test func `status tells since when the endpoint has been in its state`() {
        let report = StatusReport(
            uptimeSeconds: 0, scanners: [], tills: 0, scans: ScanCounts(),
            remote: RemoteStatus(.down, since: Self.at), latencyP50: nil, latencyP99: nil)
        #expect(
            line(.status(report, id: nil)).contains(#""remote":{"state":"down","since":"\#(Self.time)"}"#))
    }

    @Test func `accounts bears the accounts that the API has, or why there are none`() throws {
        let scan = try #require(scan)
        var accounts = TillMessage.AccountsLine(
            scan: scan, scanner: "front", at: Self.at,
            accounts: .result(Array(#"[{"account_number":"7"}]"#.utf8)))
        let head = #"{"type":"accounts","scan":"\#(Self.digits)","at":"\#(Self.time)","#
        #expect(line(.accounts(accounts)) == head + #""accounts":[{"account_number":"7"}]}"# + "\n")
        accounts.accounts = .failed(CallFailure(code: "timeout", message: "No."))
        #expect(
            line(.accounts(accounts)) == head + #""error":{"code":"timeout","message":"No."}}"# + "\n")
    }

    @Test func `a response bears the call's result, or its error`() {
        #expect(
            line(.response(.result(Array("{}".utf8)), id: "7"))
                == #"{"type":"response","id":"7","ok":true,"result":{}}"# + "\n")
        #expect(
            line(.response(.failed(CallFailure(code: "not_found", message: "No.")), id: nil))
                == #"{"type":"response","ok":false,"error":{"code":"not_found","message":"No."}}"# + "\n")
    }

    @Test func `a result that fits no line is an error`() {
        let long = CallOutcome.result(
            Array("\"".utf8) + [UInt8](repeating: 0x61, count: 65_536) + Array("\"".utf8))
        let text = line(.response(long, id: "7"))
        #expect(text.hasPrefix(#"{"type":"response","id":"7","ok":false,"error":{"code":"too_large","#))
    }

    @Test func `error gives the request's id back where it had one`() {
        let fault = TillMessage.RequestFault(.notAllowed, message: "No.")
        #expect(
            line(.error(fault, id: "7"))
                == #"{"type":"error","id":"7","code":"not_allowed","message":"No."}"# + "\n")
        #expect(
            line(.error(fault, id: nil)) == #"{"type":"error","code":"not_allowed","message":"No."}"# + "\n")
    }

    @Test func `bye gives the reason`() {
        #expect(
            line(.bye(TillMessage.Farewell(.tooSlow, message: "Too slow.")))
                == #"{"type":"bye","reason":"too_slow","message":"Too slow."}"# + "\n")
    }

    @Test func `the longest barcode fits a line whatever it is made of`() throws {
        let barcode = Barcode(symbology: "]L0", data: String(repeating: "\u{80}", count: 8192))
        let message = TillMessage.barcode(
            scan: try #require(scan), scanner: "front", at: Self.at, barcode: barcode)
        #expect(message.line().count <= TillMessage.lineLimit)
    }
}
