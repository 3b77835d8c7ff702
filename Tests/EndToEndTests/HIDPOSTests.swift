import Testing

/// HID POS scanners, found by udev, as far as umockdev can show it: the kernel's own raw HID nodes are in the virtual machine's.
@Suite(.ownThreads) struct HIDPOSTests {
    @Test func `a licence's reports come out as an applicant`() throws {
        let bench = try Workbench()
        let till = try bench.till()
        try bench("plug hidpos")
        let added = try till.next("scanner_added")["scanner"]
        #expect(added?["transport"] == "hidraw")
        #expect(added?["model"] == "Xenon 1900 Area-Imaging Scanner")
        try bench.report(Licence.ontario.payload)
        try till.next("reading")
        let line = try till.next("applicant")
        #expect(line["applicant"] == Licence.ontarioApplicant)
        #expect(line["warnings"] == [])
    }

    @Test func `a product's barcode is published with its symbology`() throws {
        let bench = try Workbench()
        let till = try bench.till()
        try bench("plug hidpos")
        try till.next("scanner_added")
        try bench.report("4006381333931", identifier: "]E0")
        let line = try till.next("barcode")
        #expect(line["data"] == "4006381333931")
        #expect(line["symbology"] == "]E0")
    }

    @Test func `both of a scanner's nodes are one scanner, which only scans come from`() throws {
        let bench = try Workbench()
        let till = try bench.till()
        try bench("plug hidpos")
        try till.next("scanner_added")
        try bench.report("1111", identifier: "]C0")
        #expect(try till.skip(to: "barcode")["data"] == "1111")
        try till.ask(#"{"type":"status"}"#)
        #expect(try till.skip(to: "status")["scanners"]?.items.count == 1)
    }

    @Test func `a scan whose last reports don't come is truncated`() throws {
        let bench = try Workbench()
        let till = try bench.till()
        try bench("plug hidpos")
        try till.next("scanner_added")
        try bench.report(Licence.ontario.payload, first: 3)
        try till.next("reading")
        #expect(try till.next("scan_failed")["reason"] == "truncated")
    }

    @Test
    func
        `a scanner that is unplugged during a licence fails the scan, once, and is read again when it is back`()
        throws
    {
        let bench = try Workbench("scanners: [{match: {vendor: 0c2e}, idle_gap: 2s}]")
        let till = try bench.till()
        try bench("plug hidpos")
        try till.next("scanner_added")
        try bench.report(Licence.ontario.payload, first: 3)
        try bench("unplug hidpos")
        try till.next("reading")
        #expect(try till.next("scan_failed")["reason"] == "unplugged")
        try till.next("scanner_removed")
        let nodes = try bench("plug hidpos")
        try till.next("scanner_added")
        try bench.report(Licence.ontario.payload, on: nodes[0])
        try till.next("reading")
        try till.next("applicant")
    }

    @Test func `a scanner that is named on the command line needs no tag`() throws {
        let bench = try Workbench(arguments: ["--hidraw", "/dev/hidraw0"])
        let till = try bench.till()
        try bench("plug hidpos untagged")
        let added = try till.skip(to: "scanner_added")["scanner"]
        #expect(added?["name"] == "/dev/hidraw0")
        #expect(added?["transport"] == "hidraw")
        try bench.report(Licence.ontario.payload)
        try till.next("reading")
        try till.next("applicant")
    }

    @Test func `a keyboard is no HID POS scanner`() throws {
        let bench = try Workbench(arguments: ["--hidraw", "/dev/input/event3"])
        let till = try bench.till()
        try bench("plug keyboard untagged")
        let error = try till.skip(to: "io", of: "scanner_error")
        #expect(error["message"]?.text?.contains("no HID POS scanner") == true)
    }
}
