import ArgumentParser
import Glibc

/// The executable: each subcommand has a file of its own.
@main
struct ScanbridgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanbridge",
        abstract: "Turns a driver's-licence scanner into applicant data for a till.",
        discussion: """
            EXAMPLE
              scanbridge serve --socket ./till.sock --serial /dev/ttyACM0 &
              scanbridge listen --socket ./till.sock
            """,
        version: "scanbridge \(Release.version)",
        subcommands: [
            ServeCommand.self, DecodeCommand.self, ListenCommand.self, DevicesCommand.self,
            EnrollCommand.self,
            SimulateCommand.self, RecordCommand.self, ReplayCommand.self,
            StatusCommand.self, CheckCommand.self, PosCommand.self,
        ])

    /// Like ArgumentParser's own, but an error is one line with the cure and has the exit code of its kind.
    static func main() async {
        do {
            var command = try parseAsRoot(PosCommand.hyphenated(Array(CommandLine.arguments.dropFirst())))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            end(failure.description, status: failure.status)
        } catch let error as ConfigurationError {
            end(error.description, status: ExitStatus.configuration)
        } catch {
            exit(withError: error)
        }
    }

    private static func end(_ message: String, status: ExitCode) -> Never {
        Console.complain("scanbridge: \(message)")
        Glibc.exit(status.rawValue)
    }
}
