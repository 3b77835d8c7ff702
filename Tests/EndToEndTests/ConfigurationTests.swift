import Testing

@Suite(.ownThreads) struct ConfigurationTests {
    @Test(arguments: [
        ("sockets:\n  - max_till: 3\n", "2:5: sockets[0].max_till: unknown key; did you mean max_tills?"),
        ("sockets:\n  - path: [a, b]\n", "2:11: sockets[0].path: found a list; expected a single value"),
        (
            "decode:\n  minimum_age: old\n",
            "2:16: decode.minimum_age: found 'old'; expected a whole number from 0 to 150"
        ),
        (
            "sockets:\n  - max_tills: 1001\n",
            "2:16: sockets[0].max_tills: found '1001'; expected a whole number from 1 to 1000"
        ),
        ("log:\n  level: info\n  level: debug\n", "3:3: level: stands twice; keep one"),
        ("scanners:\n  - repeat_window: 2\n", "2:20: scanners[0].repeat_window: found '2'"),
        ("decode:\n  mode: remote\n", "2:9: decode.mode: "),
        ("decode:\n  mode: remote-only\n", "2:9: decode.mode: "),
        ("scanners: [{other_barcodes: typed}]\n", "1:29: scanners[0].other_barcodes: "),
        ("sockets: [{calls: [customers.search]}]\n", "1:20: sockets[0].calls[0]: "),
        ("sockets: {a: [}\n", "1:15: "),
        ("- a\n", "1:1: found a list"),
    ])
    func `what is wrong in the file is one line with its place, and the daemon doesn't start`(
        text: String, complaint: String
    ) throws {
        let folder = try Folder()
        let file = try folder.write(text, to: "scanbridge.yaml")
        for command in ["serve", "check"] {
            let result = try Scanbridge.run(command, "--config", file, "--socket", folder.path("till.sock"))
            #expect(result.status == 78)
            #expect(result.errors.count == 1)
            #expect(
                result.errors.first?.hasPrefix("scanbridge: \(file):\(complaint)") == true, "\(result.errors)"
            )
        }
    }

    @Test func `a file that was named and is missing is a configuration error`() throws {
        let folder = try Folder()
        let result = try Scanbridge.run("serve", "--config", folder.path("missing.yaml"))
        #expect(result.status == 78)
        #expect(result.errors == ["scanbridge: \(folder.path("missing.yaml")): no such file; check the path"])
    }

    @Test func `what lacks the POS API's credentials serves locally where the command line says so`() throws {
        let folder = try Folder()
        let file = try folder.write(
            "{decode: {mode: remote}, pos_api: {url: 'https://example.test'}}", to: "c.yaml")
        let daemon = try Daemon(
            folder, ["--config", file, "--socket", folder.path("till.sock"), "--local-only"])
        try daemon.waitUntilReady()
        #expect(try daemon.stop() == 0)
    }

    @Test func `a drop-in wins over the file, and a later one over an earlier one`() throws {
        let folder = try Folder()
        try folder.write("decode: {minimum_age: 19}\n", to: "conf.d/10-age.yaml")
        try folder.write("decode: {name_case: title, minimum_age: 150}\n", to: "conf.d/20-age.yaml")
        try folder.write("this is: [no yaml", to: "conf.d/30-other.txt")
        let file = try folder.write("decode: {minimum_age: 0, name_case: as-is}\n", to: "scanbridge.yaml")
        let scanner = try Scanner(link: folder.path("front"))
        let daemon = try Daemon(
            folder, ["--config", file, "--socket", folder.path("till.sock"), "--serial", scanner.link])
        try daemon.waitUntilReady()
        let till = try Till(folder.path("till.sock"), daemon: daemon)
        try scanner.send(Licence.ontario.payload)
        let line = try till.skip(to: "applicant")
        #expect(line["applicant"]?["last_name"] == "Specimen")
        let codes = line["warnings"]?.items.compactMap { $0["code"]?.text } ?? []
        #expect(codes == ["under_age"] || codes == ["clock_wrong"])
    }

    @Test func `an error in a drop-in names the drop-in`() throws {
        let folder = try Folder()
        let dropIn = try folder.write("log:\n  levle: debug\n", to: "conf.d/50-log.yaml")
        let file = try folder.write("", to: "scanbridge.yaml")
        let result = try Scanbridge.run("serve", "--config", file, "--socket", folder.path("till.sock"))
        #expect(result.status == 78)
        #expect(result.errors == ["scanbridge: \(dropIn):2:3: log.levle: unknown key; did you mean level?"])
    }
}
