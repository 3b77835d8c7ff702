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
            A serial recording is played on a pseudo-terminal, a keyboard's, as root, on a keyboard of the \
            kernel's user input driver; both once somebody has opened it. --print needs no daemon and no device: \
            it prints the lines that the daemon would publish of the recording, by the layout in its head.

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
        do throws(DeviceError) {
            switch recording.head.transport {
            case .serial: try playOnTerminal(recording)
            case .evdev: try playOnKeyboard(recording)
            case .hidraw: throw .wrongKind(path: file, wanted: .serial)
            }
        } catch {
            throw failure(error)
        }
        Console.print("played \(recording.moments.count) moments")
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

    private func playOnTerminal(_ recording: Recording) throws(DeviceError) {
        var terminal: PseudoTerminal? = try plugIn()
        for moment in recording.moments {
            wait(moment.pause)
            switch moment.event {
            case .bytes(let bytes): try terminal?.write(bytes)
            case .unplugged: terminal = nil
            case .plugged: terminal = try plugIn()
            case .keys, .scanEnded, .garbled, .eventsDropped: break
            }
        }
        waitOutTheLastScan()
    }

    private func plugIn() throws(DeviceError) -> PseudoTerminal {
        let terminal = try PseudoTerminal(link: link)
        Console.print("scanner at \(link ?? terminal.path)")
        terminal.waitForReader()
        return terminal
    }

    /// A loss of keys is the kernel's own, and can't be played.
    private func playOnKeyboard(_ recording: Recording) throws(DeviceError) {
        var keyboard: SimulatedKeyboard? = try plugIn(recording.head)
        for moment in recording.moments {
            wait(moment.pause)
            switch moment.event {
            case .keys(let keys): try keyboard?.move(keys)
            case .unplugged: keyboard = nil
            case .plugged: keyboard = try plugIn(recording.head)
            case .bytes, .scanEnded, .garbled, .eventsDropped: break
            }
        }
        waitOutTheLastScan()
    }

    /// What is written last would be lost with the device, and a scan that only silence ends would be one that was
    /// unplugged: that silence is at most two seconds.
    private func waitOutTheLastScan() {
        sleep(3)
    }

    private func plugIn(_ head: Recording.Head) throws(DeviceError) -> SimulatedKeyboard {
        func identifier(_ text: String?) -> UInt16 { text.flatMap { UInt16($0, radix: 16) } ?? 0 }
        let keyboard = try SimulatedKeyboard(
            name: head.model ?? "scanbridge replay", vendor: identifier(head.vendor),
            product: identifier(head.product))
        Console.print(
            "scanner at \(keyboard.path): name it to the daemon with serve --evdev \(keyboard.path)")
        keyboard.waitForReader()
        return keyboard
    }

    private func wait(_ pause: Duration) {
        if !instant { usleep(UInt32(clamping: Int(pause / .microseconds(1) / speed))) }
    }

    private func failure(_ error: DeviceError) -> CommandFailure {
        switch error {
        case .wrongKind:
            CommandFailure(
                "\(file): a HID POS scanner's recording can't be played as a device; see what comes of it with --print",
                status: ExitStatus.unavailable)
        case .permission, .notFound:
            CommandFailure(
                "a keyboard is played through \(VirtualKeyboard.path): run as root, after modprobe uinput; "
                    + "or see what comes of it with --print",
                status: ExitStatus.unavailable)
        default: CommandFailure(error)
        }
    }
}
