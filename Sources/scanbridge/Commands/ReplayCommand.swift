import ArgumentParser
import Devices
import Glibc
import Scanning

/// A recording as a scanner, or as what tills would read of it.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Plays a recording: as a scanner, or as the lines that tills would read.",
        discussion: """
            A serial recording is played on a pseudo-terminal, once somebody has opened it. --print needs no daemon \
            and no device: it prints the lines that the daemon would publish of the recording, by the \
            layout in its head.

            EXAMPLE
              scanbridge replay front.scan --print
            """)

    @Argument(help: "The recording.", completion: .file())
    var file: String

    @Option(help: "A symbolic link to make to the pseudo-terminal.", completion: .file())
    var link: String?

    @Option(help: "How many times as fast as it was recorded.")
    var speed = 1.0

    @Flag(help: "Without any pause.")
    var instant = false

    @Flag(name: .customLong("print"), help: "Print what tills would read.")
    var prints = false

    func validate() throws {
        guard speed > 0 else { throw ValidationError("--speed takes a number above 0") }
    }

    func run() throws {
        let recording = try recording()
        guard !prints else { return try show(recording) }
        guard recording.head.transport == .serial else {
            throw CommandFailure(
                "\(file): a keyboard's recording can't be played as a device by this version; see what comes of it with --print",
                status: ExitStatus.unavailable)
        }
        do throws(DeviceError) {
            try play(recording)
        } catch {
            throw CommandFailure(error.message, status: ExitStatus.inputOutput)
        }
    }

    private func recording() throws -> Recording {
        let bytes = try InputFile(file == "-" ? nil : file).readAll()
        do throws(RecordingError) {
            return try Recording(parsing: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw CommandFailure("\(file): \(error.description)", status: ExitStatus.inputOutput)
        }
    }

    private func show(_ recording: Recording) throws {
        let lines: ReplayedLines
        do throws(LayoutError) {
            lines = try ReplayedLines(
                recording, scanner: recording.head.model ?? file, today: WallClock.today)
        } catch {
            throw CommandFailure("\(file): \(error.message)", status: ExitStatus.configuration)
        }
        var sequence: UInt64 = 0
        for message in lines.messages {
            if message.isNumbered { sequence += 1 }
            let line = message.line(options: TillMessage.LineOptions(sequence: sequence)).dropLast()
            Console.print(String(decoding: line, as: UTF8.self))
        }
    }

    private func play(_ recording: Recording) throws(DeviceError) {
        var terminal: PseudoTerminal? = try plugIn()
        for moment in recording.moments {
            if !instant { usleep(UInt32(clamping: Int(moment.pause / .microseconds(1) / speed))) }
            switch moment.event {
            case .bytes(let bytes): try terminal?.write(bytes)
            case .unplugged: terminal = nil
            case .plugged: terminal = try plugIn()
            case .keys, .scanEnded, .garbled, .eventsDropped: break
            }
        }
        // What is written last would be lost with the terminal.
        sleep(1)
        Console.print("played \(recording.moments.count) moments")
    }

    private func plugIn() throws(DeviceError) -> PseudoTerminal {
        let terminal = try PseudoTerminal(link: link)
        Console.print("scanner at \(link ?? terminal.path)")
        terminal.waitForReader()
        return terminal
    }
}
