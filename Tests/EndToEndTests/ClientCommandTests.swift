import Glibc
import Testing

@Suite(.ownThreads) struct ClientCommandTests {
    @Test func `the version is told`() throws {
        let result = try Scanbridge.run("--version")
        #expect(result.output == ["scanbridge 0.1.0"])
        #expect(result.status == 0)
    }

    @Test(arguments: ["serve", "decode", "listen", "devices", "enroll", "simulate", "status", "check", "pos"])
    func `every command explains itself with an example`(command: String) throws {
        let result = try Scanbridge.run(command, "--help")
        #expect(result.status == 0)
        #expect(result.output.contains { $0.contains("EXAMPLE") })
        #expect(result.output.contains { $0.contains("scanbridge \(command)") })
    }

    @Test func `listening in a pipe gives the daemon's own lines, up to the first applicant`() throws {
        let shop = try Shop()
        let listen = try Program([
            Scanbridge.executable, "listen", "--socket", shop.folder.path("till.sock"), "--once",
        ])
        #expect(try listen.output.next().map(JSON.init(parsing:))?["type"] == "hello")
        try shop.scanner.send(Licence.ontario.payload)
        #expect(try listen.finish() == 0)
        let lines = try listen.output.rest().map(JSON.init(parsing:))
        #expect(lines.map { $0["type"] } == ["reading", "applicant"])
        #expect(lines.last?["applicant"] == Licence.ontarioApplicant)
    }

    @Test func `listening as text shows an applicant as a person would like to read it`() throws {
        let shop = try Shop()
        let listen = try Program([
            Scanbridge.executable, "listen", "--socket", shop.folder.path("till.sock"), "--once", "--format",
            "text",
        ])
        _ = try listen.output.next()
        try shop.scanner.send(Licence.ontario.payload)
        #expect(try listen.finish() == 0)
        let text = try listen.output.rest().joined(separator: "\n")
        for part in ["JANE Q SPECIMEN", "1981-12-01", "OTTAWA ON K1A 0B1", "S12345678816201", "2035-12-01"] {
            #expect(text.contains(part))
        }
        #expect(!text.contains("\u{1B}"))
    }

    @Test func `listening goes on when the daemon has restarted`() throws {
        let shop = try Shop()
        let listen = try Program([
            Scanbridge.executable, "listen", "--socket", shop.folder.path("till.sock"), "--once", "--format",
            "json",
        ])
        _ = try listen.output.next()
        #expect(try shop.daemon.stop() == 0)
        #expect(try listen.output.next().map(JSON.init(parsing:))?["type"] == "bye")
        try shop.restart()
        #expect(try listen.output.next().map(JSON.init(parsing:))?["type"] == "hello")
        try shop.scanner.send(Licence.ontario.payload)
        #expect(try listen.finish() == 0)
    }

    @Test(arguments: [["listen", "--once"], ["status"], ["status", "--json"]])
    func `without a daemon a client is told so`(command: [String]) throws {
        let folder = try Folder()
        let client = try Program([Scanbridge.executable] + command + ["--socket", folder.path("till.sock")])
        #expect(try client.finish() == 69)
        let complaints = try client.errors.rest()
        #expect(complaints.count == 1)
        #expect(complaints.first?.contains("scanbridge serve") == true)
    }

    @Test func `status tells of scanners, tills and scans`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        try till.skip(to: "applicant")
        let text = try Scanbridge.run("status", "--socket", shop.folder.path("till.sock"))
        #expect(text.status == 0)
        #expect(text.output.contains { $0.hasPrefix("scanner") && $0.contains("ready") })
        #expect(text.output.contains { $0.hasPrefix("applicant") && $0.hasSuffix(" 1") })
        let json = try Scanbridge.run("status", "--json", "--socket", shop.folder.path("till.sock"))
        #expect(try json.output.first.map(JSON.init(parsing:))?["scans"]?["applicant"] == 1)
    }

    @Test func `a simulated scanner sends a licence to the daemon, once`() throws {
        let shop = try Shop(pluggedIn: false)
        let till = try shop.till()
        let simulator = try Program([
            Scanbridge.executable, "simulate", "--link", shop.scanner.link, "--once", "--pace", "1ms",
        ])
        #expect(try till.skip(to: "applicant")["applicant"]?["last_name"] == "SPECIMEN")
        #expect(try simulator.finish() == 0)
        try till.next("scanner_removed")
        #expect(access(shop.scanner.link, F_OK) != 0)
    }

    @Test func `a simulated scanner sends a file's payload each time Enter is pressed`() throws {
        let shop = try Shop("scanners: [{match: {path: FOLDER/front}, repeat_window: 0s}]", pluggedIn: false)
        let till = try shop.till()
        let file = try shop.folder.write(Array(Licence.britishColumbia.utf8), to: "payload.txt")
        let simulator = try Program([Scanbridge.executable, "simulate", file, "--link", shop.scanner.link])
        try till.skip(to: "scanner_added")
        for _ in 1...2 {
            try simulator.send([0x0A])
            #expect(try till.skip(to: "applicant")["applicant"]?["province"] == "BC")
        }
        simulator.closeInput()
        #expect(try simulator.finish() == 0)
    }

    @Test func `devices are listed as JSON`() throws {
        let result = try Scanbridge.run("devices", "--all", "--json")
        #expect(result.status == 0)
        #expect(try result.output.first.map(JSON.init(parsing:))?.items != nil)
    }

    @Test func `check finds nothing amiss where all is well, and says what is where it isn't`() throws {
        let folder = try Folder()
        let scanner = try Scanner(link: folder.path("front"))
        let file = try folder.write("sockets: [{group: root}]", to: "c.yaml")
        let well = try Scanbridge.run(
            "check", "--config", file, "--socket", folder.path("till.sock"), "--serial", scanner.link)
        #expect(well.status == 0, "\(well)")
        let ill = try Scanbridge.run(
            "check", "--config", file, "--socket", folder.path("no/till.sock"), "--serial",
            folder.path("gone"))
        #expect(ill.status == 1)
        let findings = ill.output.filter { $0.hasPrefix("finding: ") }
        #expect(findings.contains { $0.contains("no/till.sock") && $0.contains("create") })
        #expect(findings.contains { $0.contains("gone") && $0.contains("plug the scanner in") })
    }
}
