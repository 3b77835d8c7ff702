import ArgumentParser
import Glibc
import TillSocket

/// A till in a terminal.
struct ListenCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json
        case text
    }

    static let configuration = CommandConfiguration(
        commandName: "listen",
        abstract: "A till in a terminal: prints what the daemon publishes.",
        discussion: """
            Connects again by itself when the daemon restarts. On a terminal the output is text for people, \
            in a pipe it is the daemon's own JSON lines.

            EXAMPLE
              scanbridge listen --socket ./till.sock | jq .applicant
            """)

    @Option(help: "The daemon's till socket.")
    var socket = SocketSettings().path

    @Option(help: "json or text; by default text on a terminal and json in a pipe.")
    var format: Format?

    @Flag(help: "End after the first applicant.")
    var once = false

    func run() throws {
        let text = TillLineText(style: TerminalStyle())
        var mayWait = !once
        while true {
            do throws(TillClientError) {
                if try follow(text) { return }
                mayWait = true
            } catch {
                guard mayWait, case .unreachable = error else {
                    throw CommandFailure(error.description, status: error.exitStatus)
                }
            }
            guard mayWait else {
                throw CommandFailure(
                    "\(socket): the daemon closed the connection", status: ExitStatus.unavailable)
            }
            sleep(1)
        }
    }

    /// Prints lines until the daemon closes; true once the command has what it was to wait for.
    private func follow(_ text: TillLineText) throws(TillClientError) -> Bool {
        let client = try TillClient(path: socket)
        let isText = (format ?? (TerminalStyle.standardOutputIsTerminal ? .text : .json)) == .text
        while let bytes = try client.nextLine() {
            let line = TillLine(bytes)
            if isText {
                if let line, let shown = text.text(line) { Console.print(shown) }
            } else {
                Console.print(String(decoding: bytes, as: UTF8.self))
            }
            if once, line?.type == "applicant" { return true }
            // To come again would only be refused again.
            if line?.isDenial == true { throw .denied(path: socket) }
        }
        return false
    }
}
