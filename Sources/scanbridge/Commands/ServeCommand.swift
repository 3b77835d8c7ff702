import ArgumentParser
import Devices
import Glibc
import Logging
import TillSocket

/// The daemon.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "The daemon: reads scanners, serves tills.",
        discussion: """
            Needs no configuration file. Scanners that udev tags are found by themselves; --serial, --evdev and \
            --hidraw name devices directly.

            EXAMPLE
              scanbridge serve --socket ./till.sock --serial /dev/ttyACM0
            """)

    @OptionGroup var options: ServeOptions

    func run() async throws {
        ProcessHardening.apply()
        // A log or a till whose reader is gone must not end the daemon.
        signal(SIGPIPE, SIG_IGN)
        let daemon = try await Daemon(try options.configuration(), options)
        try await daemon.run()
    }
}
