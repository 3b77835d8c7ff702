import ArgumentParser
import Devices
import Glibc
import Scanning
import UnixSignals

/// A scanner's events to a file, without the people whose cards it scanned.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Records what a scanner sends, with every letter and digit of a person replaced.",
        discussion: """
            For a scanner that is not understood: the recording shows how it sends, can be sent to others, and played \
            with `replay`. Without a device it records the one scanner that is plugged in. The daemon must be \
            stopped meanwhile. Ends with Ctrl-C.

            EXAMPLE
              scanbridge record -o front.scan --scans 3
            """)

    @Option(help: "A serial scanner by its path, such as /dev/ttyACM0 or /dev/ttyUSB0:115200.")
    var serial: String?

    @Option(help: "A keyboard scanner by its path, such as /dev/input/by-id/…-event-kbd.")
    var evdev: String?

    @Option(help: "A HID POS scanner by its path, such as /dev/hidraw0.")
    var hidraw: String?

    @Option(
        name: .shortAndLong, help: "The file to make; standard output if there is none.", completion: .file())
    var output: String?

    @Option(help: "End after so many scans.")
    var scans: Int?

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @Flag(help: "Write what the cards hold, as it is. Asks first.")
    var withPersonalData = false

    func validate() throws {
        guard [serial, evdev, hidraw].compactMap(\.self).count <= 1 else {
            throw ValidationError("name one device, by --serial, --evdev or --hidraw")
        }
        if let scans, scans < 1 { throw ValidationError("--scans takes a number from 1 on") }
        if withPersonalData, output == nil {
            throw ValidationError("--with-personal-data needs a file of its own: name it with --output")
        }
    }

    func run() async throws {
        ProcessHardening.apply()
        signal(SIGPIPE, SIG_IGN)
        let (device, siblings) = try device()
        if withPersonalData { try Self.askForConsent() }
        let head = head(of: device)
        let recorder = try ScannerRecorder(
            device: device, siblings: siblings, loop: DeviceLoop(),
            scrubber: withPersonalData ? nil : Self.scrubber(head),
            scans: scans)
        defer { recorder.loop.stop() }
        // Trapped before anybody is told that recording has begun.
        let ends = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [output, force] in
                try await recorder.run(head) { () throws(CommandFailure) in
                    try RecordingFile(output, replaces: force)
                } ready: {
                    Console.complain("recording \(device.path); end with Ctrl-C")
                }
            }
            group.addTask {
                for await _ in ends { return }
            }
            // Whichever is first: the end that was wished for, or enough scans.
            try await group.next()
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    /// The device that was named, or the one scanner that is plugged in with all its event devices.
    private func device() throws -> (NamedDevice, siblings: [String]) {
        let named =
            serial.map(NamedDevice.init(serial:)) ?? evdev.map(NamedDevice.init(keyboard:))
            ?? hidraw.map(NamedDevice.init(reports:))
        if let named { return (named, []) }
        let nodes = try DeviceDirectory.nodes(all: false)
        guard let node = nodes.first,
            nodes.allSatisfy({ $0.usbDevice == node.usbDevice && node.usbDevice != nil })
        else {
            let found = nodes.isEmpty ? "no scanner is plugged in" : "several scanners are plugged in"
            throw CommandFailure(
                "\(found) that the rules know; name one by its path, as `scanbridge devices` shows it",
                status: ExitStatus.unavailable)
        }
        switch node.transport {
        case .serial: return (NamedDevice(serial: node.path), [])
        case .hidraw: return (NamedDevice(reports: node.path), [])
        case .evdev: return (NamedDevice(keyboard: node.path), nodes.dropFirst().map(\.path))
        }
    }

    private func head(of device: NamedDevice) -> Recording.Head {
        var head = Recording.Head(
            transport: device.kind.transport,
            people: withPersonalData ? .real : .scrubbed)
        // Without udev the recording just doesn't say what the scanner is.
        let node = try? DeviceDirectory.nodes(all: true).first {
            $0.path == device.path || $0.links.contains(device.path)
        }
        head.model = [node?.maker, node?.model].compactMap(\.self).joined(separator: " ")
        if head.model == "" { head.model = nil }
        head.vendor = node?.vendor
        head.product = node?.product
        head.source = "recorded by scanbridge \(Release.version)"
        return head
    }

    private static func scrubber(_ head: Recording.Head) throws -> RecordingScrubber {
        let names = head.transport == .evdev ? ScannerLayouts.names : []
        let layouts = names.compactMap { try? LayoutCompiler.compile($0) }
        return RecordingScrubber(
            layouts: layouts, key: (.random(in: .min ... .max), .random(in: .min ... .max)))
    }

    /// Only a person at a terminal can answer for other people's data.
    private static func askForConsent() throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
            throw CommandFailure(
                "--with-personal-data asks at a terminal, and this is none; record without it",
                status: ExitStatus.permission)
        }
        Console.complain(
            "The file will hold names, addresses and licence numbers as they are on the cards. Delete it when it has served."
        )
        Console.complain("Write `yes` if those whose cards are scanned have agreed:")
        guard readLine() == "yes" else {
            throw CommandFailure("nothing was recorded", status: ExitStatus.permission)
        }
    }
}
