import Foundation
import Testing

/// Enrolling a scanner by scanning with it, among simulated devices that no rule tags.
@Suite(.ownThreads) struct EnrollTests {
    private static let barcode = "4006381333931\r"
    private static let keyboardRule =
        #"SUBSYSTEM=="input|hidraw|usb", ENV{DEVTYPE}!="usb_interface", ATTRS{idVendor}=="0c2e", "#
        + #"ATTRS{idProduct}=="0b61", ENV{SCANBRIDGE}="kbd""#

    /// Starts `enroll` among devices, and waits until it asks for a scan.
    private func bench(_ devices: String..., arguments: [String] = []) throws -> Workbench {
        let bench = try Workbench(running: ["enroll"] + arguments, among: devices)
        try bench.said("Scan a product's barcode now")
        return bench
    }

    @Test func `the keyboard that scans is found, and its rule is printed`() throws {
        let bench = try bench("keyboard", "serial")
        try bench.type(Self.barcode)
        let (status, lines) = try bench.finish()
        #expect(status == 0)
        #expect(lines.contains { $0.contains("it is Honeywell") && $0.contains("/dev/input/event3") })
        #expect(lines.contains(Self.keyboardRule))
        #expect(lines.contains { $0.contains("udevadm trigger --settle --parent-match=/sys/devices/") })
    }

    @Test func `nothing of what was scanned is printed`() throws {
        let bench = try bench("keyboard")
        try bench.type(Self.barcode)
        let lines = try bench.finish().lines
        #expect(!lines.isEmpty)
        #expect(!lines.contains { $0.contains("400638") })
    }

    @Test func `the serial scanner that answers is found`() throws {
        let bench = try bench("keyboard", "serial")
        let file = try bench.folder.write(Array(Self.barcode.utf8), to: "sent")
        try bench("send /dev/ttyACM0 \(file)")
        let (status, lines) = try bench.finish()
        #expect(status == 0)
        #expect(lines.contains { $0.contains(#"ATTRS{idProduct}=="0b6a", ENV{SCANBRIDGE}="cdc""#) })
    }

    @Test func `the HID POS scanner that answers is found`() throws {
        let bench = try bench("hidpos")
        try bench.report(Self.barcode)
        let (status, lines) = try bench.finish()
        #expect(status == 0)
        #expect(lines.contains { $0.hasPrefix(#"SUBSYSTEM=="hidraw|usb""#) })
    }

    @Test func `somebody who types is no scanner, and is told so once`() throws {
        let bench = try bench("keyboard", "composite")
        try bench.type("12345678\r12345678\r", pace: 75)
        try bench.type(Self.barcode, on: "/dev/input/event4")
        let (status, lines) = try bench.finish()
        #expect(status == 0)
        #expect(lines.count { $0.contains("somebody types on it") } == 1)
        #expect(lines.contains { $0.contains("it is") && $0.contains("/dev/input/event4") })
    }

    @Test func `of two alike the one that scanned is named by its serial number`() throws {
        let bench = try bench("keyboard", "keyboard#2")
        try bench.type(Self.barcode, on: "/dev/input/event203")
        let lines = try bench.finish().lines
        #expect(lines.contains { $0.contains(#"ATTRS{serial}=="17A0002", ENV{SCANBRIDGE}="kbd""#) })
    }

    @Test func `if nothing answers in time it says so`() throws {
        let bench = try bench("keyboard", arguments: ["--timeout", "1s"])
        let (status, lines) = try bench.finish()
        #expect(status == 69)
        #expect(lines.last?.contains("nothing answered") == true)
    }

    @Test func `without a device that could be a scanner there is nobody to listen to`() throws {
        let (status, lines) = try Workbench(running: ["enroll"], among: []).finish()
        #expect(status == 69)
        #expect(lines.last?.contains("plug it in") == true)
    }

    @Test func `the rule is added once, and what was there stays`() throws {
        let folder = try Folder()
        let file = try folder.write("# mine\nKERNEL==\"null\"", to: "64.rules")
        for _ in 1...2 {
            let bench = try bench("keyboard", arguments: ["--write", "--rules", file])
            try bench.type(Self.barcode)
            // The machine's own udev, if there is one, has no such device.
            #expect(try bench.finish().status != 0)
        }
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(
            text.hasPrefix("# mine\nKERNEL==\"null\"\n\n# Honeywell")
                && text.hasSuffix("\(Self.keyboardRule)\n"))
        #expect(text.split(separator: "\n").count == 4)
    }

    @Test func `a dry run writes nothing`() throws {
        let folder = try Folder()
        let file = folder.path("64.rules")
        let bench = try bench("keyboard", arguments: ["--dry-run", "--rules", file])
        try bench.type(Self.barcode)
        #expect(try bench.finish().status == 0)
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test func `a file that can't be written is refused before anybody scans`() throws {
        let result = try Scanbridge.run("enroll", "--write", "--rules", "/proc/no/64.rules")
        #expect(result.status == 77)
        #expect(
            result.errors == [
                "scanbridge: may not write /proc/no/64.rules: run as root, and see that its directory is there"
            ])
    }
}
