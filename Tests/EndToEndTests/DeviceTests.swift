import Testing

@Suite(.ownThreads) struct DeviceTests {
    @Test func `a scanner that is missing is said to be, and is read once it is there`() throws {
        let shop = try Shop(pluggedIn: false)
        let till = try shop.unreadTill()
        let waiting = try till.next("hello")["scanners"]
        #expect(waiting == [["name": .string(shop.scanner.link), "transport": "serial", "state": "waiting"]])
        try shop.daemon.said("reason=not_found")
        try shop.scanner.plugIn()
        #expect(try till.skip(to: "scanner_added")["scanner"]?["state"] == "ready")
        try shop.scanner.send(Licence.ontario.payload)
        try till.next("reading")
        #expect(try till.next("applicant")["applicant"] == Licence.ontarioApplicant)
    }

    @Test func `a scanner that is unplugged and plugged in again is read again`() throws {
        let shop = try Shop()
        let till = try shop.till()
        for number in 1...2 {
            shop.scanner.unplug()
            #expect(try till.next("scanner_removed")["scanner"]?["state"] == "waiting")
            let error = try till.next("scanner_error")
            #expect(error["reason"] == "not_found")
            #expect(error["scanner"]?.text == shop.scanner.link)
            try shop.scanner.plugIn()
            try till.next("scanner_added")
            try shop.scanner.send(Licence.ontario.numbered(number).payload)
            try till.next("reading")
            #expect(try till.next("applicant")["seq"]?.integer == number)
        }
    }

    @Test func `a device that may not be opened is told with its cure, and is read once it may`() throws {
        let shop = try Shop(as: .ordinary)
        let till = try shop.till()
        try shop.scanner.plugIn(mode: 0)
        let error = try till.skip(to: "permission", of: "scanner_error")
        #expect(error["message"]?.text?.contains("may not open") == true)
        try till.ask(#"{"type":"status"}"#)
        #expect(try till.next("status")["scanners"]?.items.map { $0["state"] } == ["error"])
        try shop.scanner.plugIn()
        try till.skip(to: "scanner_added")
        try shop.scanner.send(Licence.ontario.payload)
        try till.skip(to: "applicant")
    }

    @Test func `a device that another program has for itself is told to be busy`() throws {
        let shop = try Shop(as: .ordinary)
        let till = try shop.till()
        try shop.scanner.plugIn(isClaimed: true)
        let error = try till.skip(to: "busy", of: "scanner_error")
        #expect(error["message"]?.text?.contains("another program") == true)
    }

    @Test func `a device that a second scanbridge reads is told to be busy`() throws {
        let shop = try Shop()
        let file = shop.folder.path("scanbridge.yaml")
        let second = try Daemon(
            shop.folder,
            ["--config", file, "--socket", shop.folder.path("second.sock"), "--serial", shop.scanner.link])
        try second.waitUntilReady()
        try second.said("reason=busy")
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        try till.skip(to: "applicant")
    }

    @Test func `a file that is no device is told as a fault, and the daemon goes on`() throws {
        let folder = try Folder()
        let file = try folder.write("no device", to: "front")
        let daemon = try Daemon(
            folder,
            [
                "--config", try folder.write("", to: "c.yaml"), "--socket", folder.path("till.sock"),
                "--serial",
                file,
            ])
        try daemon.waitUntilReady()
        try daemon.said("reason=io")
        let hello = try Till(folder.path("till.sock")).next("hello")
        #expect(hello["scanners"]?.items.map { $0["state"] } == ["error"])
    }

    @Test func `a baud rate behind the path is no part of the scanner's name`() throws {
        let folder = try Folder()
        let scanner = try Scanner(link: folder.path("front"))
        let daemon = try Daemon(
            folder,
            [
                "--config", try folder.write("", to: "c.yaml"), "--socket", folder.path("till.sock"),
                "--serial",
                scanner.link + ":115200",
            ])
        try daemon.waitUntilReady()
        let till = try Till(folder.path("till.sock"), daemon: daemon)
        #expect(try till.next("hello")["scanners"]?.items.map { $0["name"]?.text } == [scanner.link])
        try scanner.send(Licence.ontario.payload)
        try till.skip(to: "applicant")
    }

    @Test func `what was sent before the scanner was opened is dropped`() throws {
        let shop = try Shop(pluggedIn: false)
        let till = try shop.till()
        try shop.scanner.plugIn(sending: "sent before anybody looked\r")
        try till.skip(to: "scanner_added")
        try shop.scanner.send("4006381333931\r")
        #expect(try till.next("barcode")["data"] == "4006381333931")
    }

    @Test func `two scanners at once are two scanners`() throws {
        let shop = try Shop(scanners: ["left", "right"])
        let till = try shop.till()
        let halves = [Licence.ontario.numbered(1), Licence.ontario.numbered(2)].map(\.payload)
        for part in 0..<8 {
            for (scanner, payload) in zip(shop.scanners, halves) {
                let (start, end) = (payload.count * part / 8, payload.count * (part + 1) / 8)
                try scanner.send(String(payload.dropFirst(start).prefix(end - start)))
            }
        }
        var numbers: [String?: String?] = [:]
        while numbers.count < 2 {
            let line = try till.skip(to: "applicant")
            numbers[line["scanner"]?.text] = line["applicant"]?["govid_number"]?.text
        }
        #expect(numbers[shop.scanners[0].link] == "S12345670000001")
        #expect(numbers[shop.scanners[1].link] == "S12345670000002")
    }
}
