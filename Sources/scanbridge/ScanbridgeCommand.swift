import ArgumentParser

/// The executable: each subcommand has a file of its own.
@main
struct ScanbridgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanbridge",
        abstract: "Turns a driver's-licence scanner into applicant data for a till.",
        version: "scanbridge 0.1.0")
}
