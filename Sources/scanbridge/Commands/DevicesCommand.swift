import ArgumentParser
import Devices
import FoundationEssentials
import Scanning

/// Every candidate device, and why it is or is not a scanner here.
struct DevicesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "devices",
        abstract: "Every candidate device and why it is or is not a scanner here.",
        discussion: """
            Without --all: what udev tags as a scanner, and USB devices that could be one. Root is also shown what \
            licences have told of a keyboard scanner's settings.

            EXAMPLE
              scanbridge devices --all
            """)

    @Flag(help: "Also built-in keyboards and serial ports.")
    var all = false

    @Flag(help: "Print a JSON array.")
    var json = false

    func run() throws {
        let survey = try DeviceSurvey()
        // The daemon's file: whoever may not read it is shown the rest.
        let directory = ProcessInfo.processInfo.environment["STATE_DIRECTORY"] ?? ScannerMemory.usualDirectory
        let (memory, _) = ScannerMemory.read(in: directory)
        let findings = survey.nodes.filter { all || $0.isTagged || $0.usbDevice != nil }.map {
            survey.finding($0, known: memory.standing(of: $0))
        }
        guard json else {
            return Console.print(
                findings.isEmpty
                    ? "no device that could be a scanner" : findings.map(\.text).joined(separator: "\n"))
        }
        var writer = JSONWriter()
        writer.array { list in for finding in findings { finding.write(to: &list) } }
        Console.print(String(decoding: writer.bytes, as: UTF8.self))
    }
}
