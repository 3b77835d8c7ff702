import Foundation
import Testing

/// Recording a scanner, and what is left of the person whose card it scanned.
@Suite(.ownThreads) struct RecordCommandTests {
    private let folder: Folder
    private let scanner: Scanner
    private let file: String

    init() throws {
        folder = try Folder()
        scanner = try Scanner(link: folder.path("front"))
        file = folder.path("front.scan")
    }

    /// Starts recording, and waits until what is scanned is recorded.
    private func recorder(_ arguments: String...) throws -> Program {
        let program = try Program(
            [Scanbridge.executable, "record", "--serial", scanner.link, "--output", file] + arguments)
        while let line = try program.errors.next() {
            if line.hasPrefix("recording ") { return program }
        }
        throw TestTrouble("recording has ended: \(program.errors.lines)")
    }

    private var recording: String {
        get throws { try String(contentsOfFile: file, encoding: .utf8) }
    }

    @Test func `a recorded licence keeps its structure and loses its person`() throws {
        let program = try recorder("--scans", "1")
        try scanner.send(Licence.ontario.payload + "\r")
        #expect(try program.finish() == 0)
        let recording = try recording
        #expect(recording.contains("people: scrubbed\n"))
        #expect(recording.contains(#"bytes "\x1e\rANSI 636012090002DL0041"#))
        #expect(recording.contains(#"bytes "DAG"#) && recording.contains(#"ZOZOA"#))
        let texts = ["SPECIMEN", "JANE", "EXAMPLE", "OTTAWA", "12345678", "19811201", "K1A0B1"]
        #expect(texts.filter { recording.contains($0) } == [])
    }

    @Test func `only its owner may read it`() throws {
        let program = try recorder()
        program.signal(SIGINT)
        #expect(try program.finish() == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func `what was recorded is a licence of somebody else's`() throws {
        let program = try recorder("--scans", "1")
        try scanner.send(Licence.ontario.payload)
        #expect(try program.finish() == 0)
        let lines = try Scanbridge.run("replay", file, "--print").output.map { try JSON(parsing: $0) }
        #expect(lines.map { $0["type"] } == ["reading", "applicant"])
        #expect(lines.last?["applicant"]?["govid_issuedby"] == "ON")
        #expect(lines.last?["applicant"]?["govid_number"]?.text?.count == 15)
        #expect(lines.last?["applicant"]?["last_name"] != "SPECIMEN")
    }

    @Test func `Ctrl-C ends it, with what was scanned before`() throws {
        let program = try recorder()
        try scanner.send("4006381333931\r")
        Patience.pause(.seconds(1))
        program.signal(SIGINT)
        #expect(try program.finish() == 0)
        let recording = try recording
        #expect(recording.contains(" bytes \"") && !recording.contains("4006381333931"))
    }

    @Test func `a scanner that is unplugged is waited for`() throws {
        let program = try recorder("--scans", "1")
        try scanner.send(Licence.ontario.half)
        Patience.pause(.milliseconds(300))
        scanner.unplug()
        while try program.errors.next()?.hasPrefix("unplugged") == false {}
        try scanner.plugIn()
        Patience.pause(.seconds(3))
        program.signal(SIGINT)
        #expect(try program.finish() == 0)
        let events = try recording.split(separator: "\n").compactMap {
            $0.split(separator: " ").dropFirst().first
        }
        #expect(events.suffix(2) == ["unplugged", "plugged"])
    }

    @Test func `a file that is there is kept, unless it is to be replaced`() throws {
        try folder.write("mine", to: "front.scan")
        let refused = try Scanbridge.run("record", "--serial", scanner.link, "--output", file)
        #expect(refused.status == 74)
        #expect(refused.errors.last?.contains("--force") == true)
        #expect(try recording == "mine")
        let program = try recorder("--force")
        program.signal(SIGINT)
        #expect(try program.finish() == 0)
        #expect(try recording.hasPrefix("scanbridge recording 1\n"))
    }

    @Test func `a scanner that the daemon holds is not recorded, and what to do is said`() throws {
        let shop = try Shop()
        let result = try Scanbridge.run("record", "--serial", shop.scanner.link, "--output", file)
        #expect(result.status == 69)
        #expect(result.errors.last?.contains("stop") == true)
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test func `personal data are recorded for a person at a terminal only`() throws {
        let refused = try Scanbridge.run(
            "record", "--serial", scanner.link, "--output", file, "--with-personal-data",
            input: Array("yes\n".utf8))
        #expect(refused.status == 77)
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test func `personal data are recorded once that person has agreed`() throws {
        let command =
            "\(Scanbridge.executable) record --serial \(scanner.link) --output \(file) --scans 1 --with-personal-data"
        // script(1) is a terminal to what it runs.
        let program = try Program(["script", "--quiet", "--return", "--command", command, "/dev/null"])
        while try program.output.next()?.contains("yes") == false {}
        try program.send(Array("yes\n".utf8))
        while try program.output.next()?.contains("recording ") == false {}
        try scanner.send(Licence.ontario.payload)
        #expect(try program.finish() == 0)
        #expect(try recording.contains("people: real\n"))
        #expect(try recording.contains("DCSSPECIMEN"))
    }

    @Test func `a keyboard's recording keeps its strokes and loses its person`() throws {
        let bench = try Workbench(recording: "keyboard", ["--output", file])
        try bench.type(Licence.ontario.payload)
        #expect(Patience().wait { (try? recording.contains("down")) == true })
        let lines = try Scanbridge.run("replay", file, "--print").output.map { try JSON(parsing: $0) }
        #expect(lines.map { $0["type"] } == ["reading", "applicant"])
        #expect(lines.last?["applicant"]?["last_name"]?.text?.count == 8)
        #expect(lines.last?["applicant"]?["last_name"] != "SPECIMEN")
    }
}
