import Testing

@Suite(.ownThreads) struct ReloadTests {
    @Test(arguments: [
        "decode: {minimum_aeg: 19}\n", "decode: {minimum_age: [19}\n", "decode: {mode: remote}\n",
    ])
    func `a bad drop-in changes nothing, and the log says where it is bad`(text: String) throws {
        let shop = try Shop("sockets: [{fields: [last_name]}]")
        let till = try shop.till()
        let dropIn = try shop.folder.write(text, to: "conf.d/90-bad.yaml")
        // Right by itself, and not to be taken either.
        try shop.folder.write("sockets: [{fields: [dob]}]\n", to: "conf.d/80-good.yaml")
        try shop.daemon.reload()
        #expect(try shop.daemon.said("nothing changed").contains("\(dropIn):1:"))
        try shop.scanner.send(Licence.ontario.payload)
        #expect(try till.skip(to: "applicant")["applicant"] == ["last_name": "SPECIMEN"])
    }

    @Test func `a changed file is taken without a till or a scanner noticing`() throws {
        let shop = try Shop("sockets: [{fields: [last_name]}]")
        let till = try shop.till()
        try shop.folder.write(
            "{sockets: [{fields: [dob]}], decode: {minimum_age: 150}}", to: "scanbridge.yaml")
        try shop.daemon.reload()
        try shop.scanner.send(Licence.ontario.payload)
        try till.next("reading")
        let line = try till.next("applicant")
        #expect(line["applicant"] == ["dob": "1981-12-01"])
        let codes = line["warnings"]?.items.compactMap { $0["code"]?.text } ?? []
        #expect(codes == ["under_age"] || codes == ["clock_wrong"])
    }

    @Test func `a document that is asked for at a reload comes with the next scan`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.folder.write("sockets: [{document: true}]", to: "scanbridge.yaml")
        try shop.daemon.reload()
        try shop.scanner.send(Licence.ontario.payload)
        try till.next("reading")
        #expect(try till.next("applicant")["document"]?["issuer"] == "636012")
    }

    @Test func `a scanner's new name and repeat window are taken`() throws {
        let shop = try Shop("scanners: [{name: old, match: {path: FOLDER/front}, repeat_window: 60s}]")
        let till = try shop.till()
        try shop.folder.write(
            "scanners: [{name: new, match: {path: FOLDER/front}, repeat_window: 0s}]", to: "scanbridge.yaml")
        try shop.daemon.reload()
        #expect(try till.skip(to: "scanner_added")["scanner"]?["name"] == "new")
        try shop.scanner.send(Licence.ontario.payload + Licence.ontario.payload)
        for _ in 1...2 {
            try till.next("reading")
            #expect(try till.next("applicant")["scanner"] == "new")
        }
    }

    @Test func `a socket's new path isn't taken, and the log says that it needs a restart`() throws {
        let shop = try Shop("sockets: [{}, {path: FOLDER/second.sock}]")
        try shop.folder.write("sockets: [{fields: [dob]}, {path: FOLDER/third.sock}]", to: "scanbridge.yaml")
        try shop.daemon.reload()
        #expect(try shop.daemon.said("nothing changed").contains("restart"))
        let till = try shop.till(at: "second.sock")
        try shop.scanner.send(Licence.ontario.payload)
        try till.skip(to: "applicant")
    }

    @Test func `a new log level is taken`() throws {
        let shop = try Shop("log: {level: notice}")
        try shop.folder.write("log: {level: debug}", to: "scanbridge.yaml")
        try shop.daemon.reload()
        try shop.scanner.send("4006381333931\r")
        try shop.daemon.said("outcome=barcode")
    }
}
