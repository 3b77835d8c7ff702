import Glibc
import Testing

/// Marked people go through the daemon in every way that a scan can go; no mark may come out anywhere but at a till.
@Suite(.ownThreads) struct PersonalDataTests {
    /// Letters that stand together in no English word and in no hexadecimal number, so that a fragment of four of them is
    /// proof. Digits are looked for whole: a scan's id or a latency may hold any four.
    private static let words = [
        "DCS": "ZQVXKWJ", "DAC": "QJZWVKX", "DAD": "XKQZJVW", "DAG": "77 VJQXZKW ROAD", "DAI": "WXVZQJK",
        "DCF": "KZXQWVJ", "DCK": "JWKXVZQ",
    ]
    private static let numbers = [
        "DAQ": "S90817263544536", "DBB": "19530829", "DBA": "20380927", "DBD": "20210614",
    ]

    private static let licence = (words.merging(numbers) { $1 }).reduce(Licence.ontario) { licence, mark in
        licence.with(mark.key, mark.value)
    }

    @Test func `nothing of a person comes out of the daemon's outputs, at trace level, whatever happens`()
        throws
    {
        let shop = try Shop(
            """
            sockets: [{document: true, hold: 1s}]
            scanners: [{name: front, match: {path: FOLDER/front}, repeat_window: 60s}]
            decode: {minimum_age: 150, name_case: title}
            log: {level: trace}
            """)
        let till = try shop.till()
        for payload in Self.scans {
            try shop.scanner.send(payload)
            try till.skip(to: ["applicant", "scan_failed", "repeated", "barcode"])
        }
        try unplugInMidScan(shop, till)
        for request in [
            Self.licence.payload, #"{"type":"call","params":{"name":"ZQVXKWJ"}}"#, #"{"type":"ZQVXKWJ"}"#,
        ] {
            try till.ask(request)
            try till.skip(to: "error")
        }
        try till.ask(#"{"type":"replay"}"#)
        try shop.folder.write("log: {levle: ZQVXKWJ}", to: "conf.d/1.yaml")
        try shop.daemon.reload()
        #expect(try shop.daemon.stop() == 0)
        let output = (try shop.daemon.output() + shop.daemon.log).joined(separator: "\n")
        for outcome in [
            "applicant", "repeated", "barcode", "truncated", "missing_required", "unplugged", "too_long",
        ] {
            #expect(output.contains("outcome=\(outcome)"))
        }
        #expect(Self.fragments.filter { output.uppercased().contains($0) } == [])
    }

    @Test func `the daemon leaves no core dump and shows its memory to nobody but root`() throws {
        let shop = try Shop(as: .ordinary)
        let limits = open("/proc/\(shop.daemon.process)/limits", O_RDONLY | O_CLOEXEC)
        let core = try #require(try LineReader(limits).rest().first { $0.hasPrefix("Max core file size") })
        #expect(core.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
        // The kernel gives these files to root where a process may not be dumped.
        var status = stat()
        #expect(stat("/proc/\(shop.daemon.process)/environ", &status) == 0)
        #expect(status.st_uid == 0)
    }

    @Test(.enabled(if: geteuid() == 0, "only root may read another process's memory"))
    func `once a scan is delivered and others have followed, nothing of the person is left in the heap`()
        throws
    {
        let shop = try Shop("{sockets: [{hold: 0s}], log: {level: trace}}")
        let memory = ProcessMemory(process: shop.daemon.process)
        let marks = Self.words.map(\.value) + Self.numbers.map(\.value)
        let till = try shop.till()
        try shop.scanner.send(Self.licence.half)
        try till.next("reading")
        #expect(try !memory.heapHolds(marks).isEmpty)
        try shop.scanner.send(String(Self.licence.payload.dropFirst(Self.licence.half.count)))
        try till.skip(to: "applicant")
        // The stack of a task that goes on is heap, too: it forgets when somebody else's licence is read.
        var left = Set(marks)
        for number in 1...8 where !left.isEmpty {
            try shop.scanner.send(Licence.ontario.numbered(number).payload)
            try till.skip(to: "applicant")
            left = try memory.heapHolds(marks)
        }
        #expect(left == [])
    }

    /// What is scanned: each is one event.
    private static let scans: [String] = [
        licence.payload + "\r",
        licence.payload + "\r",
        licence.half,
        licence.payload.replacing("\n", with: " "),
        licence.with("DAQ", "").payload,
        licence.with("DBB", "19530899").with("DCK", "ZQVXKWJ").payload,
        licence.with("DCF", "KZXQWVJ1").payload.replacing("DL0041", with: "DL0099"),
        licence.with("DCF", "KZXQWVJ2").payload.replacing("ANSI 636012", with: "ANSI 999999"),
        "ZQVXKWJ-S90817263544536\r",
        "Z90817263\r",
        "%BCWXVZQJK^ZQVXKWJ,$QJZWVKX XKQZJVW^77 VJQXZKW ROAD$WXVZQJK BC  V8W 1A1^?;636028",
        "First name: QJZWVKX\rLast name: ZQVXKWJ\rDate of birth: 19530829\r",
    ]

    private static let fragments: [String] =
        words.values.flatMap { word in
            word.split(separator: " ").filter { $0.count > 4 && $0 != "ROAD" }.flatMap { part in
                (0...part.count - 4).map { String(part.dropFirst($0).prefix(4)) }
            }
        } + numbers.values + ["1953-08-29", "2038-09-27", "90817263"]

    private func unplugInMidScan(_ shop: Shop, _ till: Till) throws {
        try shop.scanner.send(Self.licence.half)
        try till.skip(to: "reading")
        shop.scanner.unplug()
        try till.skip(to: "scan_failed")
        try shop.scanner.plugIn()
        try till.skip(to: "scanner_added")
        try shop.scanner.send(Self.licence.half + String(repeating: "ZQVXKWJ", count: 2000))
        try till.skip(to: "scan_failed")
    }
}
