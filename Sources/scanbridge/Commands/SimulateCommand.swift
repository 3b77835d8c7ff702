import ArgumentParser
import Devices
import Glibc

/// A scanner without hardware.
struct SimulateCommand: ParsableCommand {
    enum Manner: String, ExpressibleByArgument, CaseIterable {
        /// The payload's own bytes, as a scanner on a serial line sends them.
        case serial
        /// Each control character as a line's end (CR LF), as scanners send it that know text only.
        case lines
    }

    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "A scanner without hardware: a pseudo-terminal that sends a licence.",
        discussion: """
            Sends a built-in synthetic licence, or the payload of a file, each time Enter is pressed. With --once it \
            waits until somebody has opened the line, sends once and ends a second later.

            EXAMPLE
              scanbridge simulate --link /tmp/scanner &
              scanbridge serve --socket ./till.sock --serial /tmp/scanner
            """)

    @Argument(help: "A file with the payload to send.", completion: .file())
    var payloadFile: String?

    @Option(help: "A symbolic link to make to the pseudo-terminal.", completion: .file())
    var link: String?

    @Option(
        name: .customLong("as"),
        help: "serial: the bytes as they are; lines: control characters as line ends.")
    var manner = Manner.serial

    @Option(help: "Time between two bytes, such as 1ms.", transform: Duration.parsed)
    var pace = Duration.zero

    @Flag(help: "Send once and end.")
    var once = false

    func run() throws {
        let payload = try payload()
        do throws(DeviceError) {
            try serve(payload)
        } catch {
            throw CommandFailure(error)
        }
    }

    private func serve(_ payload: [UInt8]) throws(DeviceError) {
        let terminal = try PseudoTerminal(link: link)
        Console.print("scanner at \(link ?? terminal.path)")
        guard !once else {
            terminal.waitForReader()
            try send(payload, on: terminal)
            sleep(1)
            return
        }
        Console.print("press Enter to scan, Ctrl-D to end")
        while readLine() != nil {
            try send(payload, on: terminal)
            Console.print("sent \(payload.count) bytes")
        }
    }

    private func payload() throws -> [UInt8] {
        var bytes = SyntheticLicense.payload
        if let payloadFile {
            bytes = try InputFile(payloadFile).readAll()
        }
        guard manner == .lines else { return bytes }
        return bytes.flatMap { $0 < 0x20 ? [0x0D, 0x0A] : [$0] }
    }

    private func send(_ payload: [UInt8], on terminal: PseudoTerminal) throws(DeviceError) {
        guard pace > .zero else { return try terminal.write(payload) }
        for byte in payload {
            try terminal.write([byte])
            usleep(UInt32(clamping: Int(pace / .microseconds(1))))
        }
    }
}

extension Duration {
    /// For command lines: `500ms`, `30s`, `2m`.
    static func parsed(_ text: String) throws -> Duration {
        guard let duration = Duration(configured: text) else {
            throw ValidationError("'\(text)' is no duration; write it with its unit, such as 1ms or 2s")
        }
        return duration
    }
}
