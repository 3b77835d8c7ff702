import Testing

/// Keyboard scanners, found by udev and typed on, as far as umockdev can show it: it neither excludes other readers of a
/// grabbed device nor ends a descriptor whose device is removed, and has no /dev/uinput to type barcodes on. So barcodes are
/// published here, as they are where there is none.
@Suite(.ownThreads) struct WedgeTests {
    @Test(arguments: [0, 1])
    func `a licence typed by a scanner that udev tags comes out as an applicant`(pace: Int) throws {
        let bench = try Workbench()
        let till = try bench.till()
        try bench("plug keyboard")
        try till.next("scanner_added")
        try bench.type(Licence.ontario.payload, pace: pace)
        try till.skip(to: "reading")
        let line = try till.next("applicant")
        #expect(line["applicant"] == Licence.ontarioApplicant)
        #expect(line["warnings"] == [])
    }

    @Test func `a scanner that is plugged in before the daemon starts is used as well`() throws {
        let bench = try Workbench(plugged: ["keyboard"])
        let till = try bench.till()
        // Nothing else tells of a scanner that may have been opened before the till came.
        let isReady = try Patience().wait {
            try till.ask(#"{"type":"status"}"#)
            return try till.skip(to: "status")["scanners"]?.items.map { $0["state"] } == ["ready"]
        }
        #expect(isReady)
        try bench.type(Licence.britishColumbia + "\r")
        try till.skip(to: "reading")
        #expect(try till.next("applicant")["applicant"]?["govid_number"] == "1234567")
    }

    @Test func `a scanner that comes and goes is told of with its identity, and read again when it is back`()
        throws
    {
        let bench = try Workbench()
        let till = try bench.till()
        try bench("plug keyboard")
        let added = try till.next("scanner_added")["scanner"]
        #expect(added?["transport"] == "evdev")
        #expect(added?["state"] == "ready")
        #expect(added?["vendor"] == "0c2e")
        #expect(added?["name"]?.text == "0c2e:\(added?["product"]?.text ?? "")@\(added?["port"]?.text ?? "")")
        try bench("unplug keyboard")
        #expect(try till.skip(to: "scanner_removed")["scanner"]?["name"] == added?["name"])
        let node = try bench("plug keyboard")
        try till.next("scanner_added")
        try bench.type(Licence.ontario.payload, on: node[0])
        try till.skip(to: "reading")
        try till.next("applicant")
    }

    @Test func `a scanner that is unplugged during a licence fails the scan`() throws {
        let bench = try Workbench("scanners: [{match: {vendor: 0c2e}, idle_gap: 2s}]")
        let till = try bench.till()
        try bench("plug keyboard")
        try till.next("scanner_added")
        try bench.type(Licence.ontario.half)
        try bench("unplug keyboard")
        try till.skip(to: "reading")
        #expect(try till.next("scan_failed")["reason"] == "unplugged")
        try till.skip(to: "scanner_removed")
    }

    @Test func `a scan of which the kernel lost keys is void, and the next one is not`() throws {
        let bench = try Workbench()
        let till = try bench.till()
        try bench("plug keyboard")
        try till.next("scanner_added")
        try bench.type(Licence.ontario.payload, drop: 150)
        try till.skip(to: "reading")
        #expect(try till.next("scan_failed")["reason"] == "events_dropped")
        // What is left of the burst belongs to it until the line is quiet: nothing tells that it is over. On a busy machine
        // gaps are long, and so is that quiet.
        Patience.pause(.milliseconds(2_100))
        try bench.type(Licence.ontario.payload)
        try till.skip(to: "reading")
        #expect(try till.next("applicant")["seq"] == 2)
    }

    @Test func `all keyboard nodes of one USB device are one scanner`() throws {
        let bench = try Workbench()
        let till = try bench.till()
        let nodes = try bench("plug composite")
        try till.next("scanner_added")
        // By the time that the first node's licence is out, the second one is open as well.
        try bench.type(Licence.ontario.numbered(1).payload, on: nodes[0])
        try till.skip(to: "applicant")
        try bench.type(Licence.ontario.numbered(2).payload, on: nodes[1])
        try till.skip(to: "applicant")
        try till.ask(#"{"type":"status"}"#)
        #expect(try till.skip(to: "status")["scanners"]?.items.count == 1)
    }

    @Test func `a keyboard that no rule tags is left alone until one does`() throws {
        let bench = try Workbench()
        let till = try bench.till()
        try bench("plug keyboard untagged")
        try till.ask(#"{"type":"status"}"#)
        #expect(try till.skip(to: "status")["scanners"] == [])
        try bench("change keyboard")
        try till.next("scanner_added")
    }

    @Test func `where no virtual keyboard can be made it is said once, and a wedge's barcodes are published`()
        throws
    {
        let bench = try Workbench()
        let till = try bench.till()
        try bench("plug keyboard")
        let name = try till.next("scanner_added")["scanner"]?["name"]
        let fault = try till.next("scanner_error")
        #expect(fault["reason"] == "no_virtual_keyboard")
        #expect(fault["scanner"] == name)
        #expect(fault["message"]?.text?.contains("modprobe uinput") == true)
        for _ in 1...2 {
            try bench.type("4006381333931\r")
            #expect(try till.next("barcode")["data"] == "4006381333931")
            Patience.pause(.milliseconds(600))
        }
        try till.ask(#"{"type":"status"}"#)
        let status = try till.next("status")
        #expect(status["scanners"]?.items.map { $0["state"] } == ["ready"])
        #expect(status["scans"]?["typed"] == 0)
    }

    @Test func `a till that comes later is told as well that barcodes can't be typed`() throws {
        let bench = try Workbench()
        let first = try bench.till()
        try bench("plug keyboard")
        try first.skip(to: "scanner_error")
        let second = try bench.till()
        #expect(try second.next("scanner_error")["reason"] == "no_virtual_keyboard")
    }

    @Test func `a wedge whose barcodes are to be published needs no virtual keyboard`() throws {
        let bench = try Workbench("scanners: [{match: {vendor: 0c2e}, other_barcodes: publish}]")
        let till = try bench.till()
        try bench("plug keyboard")
        try till.next("scanner_added")
        try bench.type("4006381333931\r")
        #expect(try till.next("barcode")["data"] == "4006381333931")
    }

    @Test(arguments: ["ANSI 636012\r", "DAQS1\rDCSX\r", "4006381333931\r4006381333931\r"])
    func `what must not be typed is not published in its place either`(_ text: String) throws {
        let bench = try Workbench()
        let till = try bench.till()
        try bench("plug keyboard")
        try till.skip(to: "scanner_error")
        try bench.type(text)
        let line = try till.skip(to: ["scan_failed", "barcode", "applicant"])
        #expect(line["reason"] == "unreadable")
    }

    @Test func `an entry of the configuration names a scanner that udev finds`() throws {
        let bench = try Workbench("scanners: [{name: front, match: {vendor: 0c2e}, other_barcodes: drop}]")
        let till = try bench.till()
        try bench("plug keyboard")
        #expect(try till.next("scanner_added")["scanner"]?["name"] == "front")
        try bench.type("4006381333931\r")
        try bench.type(Licence.ontario.payload)
        #expect(try till.skip(to: "reading")["scanner"] == "front")
    }

    @Test func `a USB serial scanner that udev tags is read`() throws {
        let bench = try Workbench()
        let till = try bench.till()
        let node = try bench("plug serial")
        #expect(try till.next("scanner_added")["scanner"]?["transport"] == "serial")
        try bench("send \(node[0]) \(bench.folder.write(Licence.ontario.payload, to: "sent"))")
        try till.skip(to: "reading")
        #expect(try till.next("applicant")["applicant"] == Licence.ontarioApplicant)
    }

    @Test func `a keyboard that is named on the command line needs no tag`() throws {
        let bench = try Workbench(arguments: ["--evdev", "/dev/input/event3"])
        let till = try bench.till()
        try bench("plug keyboard untagged")
        #expect(try till.skip(to: "scanner_added")["scanner"]?["name"] == "/dev/input/event3")
        try bench.type(Licence.ontario.payload)
        try till.skip(to: "reading")
        try till.next("applicant")
    }

    /// What the daemon says of its only scanner's settings: their origin, Caps Lock, and control characters.
    private func settings(_ till: Till) throws -> [JSON?] {
        try till.ask(#"{"type":"status"}"#)
        let scanner = try till.skip(to: "status")["scanners"]?.items.first
        return ["layout_origin", "caps_lock", "control_characters"].map { scanner?[$0] }
    }

    @Test func `what a licence has shown of a scanner's settings is told, and known after a restart`() throws
    {
        let found: [JSON?] = [.string("found"), .boolean(false), .string("ctrl")]
        let state = try Folder()
        for start in 1...2 {
            let bench = try Workbench(state: state)
            let till = try bench.till()
            try bench("plug keyboard")
            try till.skip(to: "scanner_added")
            #expect(try settings(till) == (start == 1 ? [.string("assumed"), nil, nil] : found))
            try bench.type(Licence.ontario.numbered(start).payload)
            try till.skip(to: "applicant")
            let isFound = try Patience().wait { try settings(till) == found }
            #expect(isFound)
        }
    }
}
