import ArgumentParser
import Glibc
import Hummingbird
import NIOCore

/// The stand-in POS API.
@main
struct PointOfSaleSandbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pos-api-sandbox",
        abstract: "A stand-in POS API with made-up customers, for tests, demonstrations and till developers.",
        discussion: """
            Prints its address when it is ready. Everything is in memory; nothing is written, and nothing is kept.

            EXAMPLE
              pos-api-sandbox --port 8480 --fault 'driverslicense:500*3' --fault 'lookup:delay=2s'
            """)

    @OptionGroup var options: SandboxOptions

    func run() async throws {
        if options.printsSeed {
            print(String(decoding: PackageResources.seed_json, as: UTF8.self), terminator: "")
            return
        }
        // A client that is gone must not end the sandbox.
        signal(SIGPIPE, SIG_IGN)
        let application = try options.application { address in
            print("pos-api-sandbox: \(address)")
            // Whoever waits for the address mustn't wait for a full buffer.
            fflush(nil)
        }
        do {
            try await application.runService()
        } catch let error as IOError {
            throw SandboxFailure(
                "\(options.place): \(String(cString: strerror(error.errnoCode))); give another place to listen at",
                status: SandboxFailure.unavailable)
        }
    }

    /// Like ArgumentParser's own, but what isn't about the arguments is one line with an exit code of its kind.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as SandboxFailure {
            let line = "pos-api-sandbox: \(failure)\n"
            write(STDERR_FILENO, line, line.utf8.count)
            Glibc.exit(failure.status)
        } catch {
            exit(withError: error)
        }
    }
}
