import ArgumentParser

/// The exit codes of every command.
///
/// Source: sysexits(3).
enum ExitStatus {
    static let usage = ExitCode(64)
    /// A live daemon has the socket already, or none is there to talk to.
    static let unavailable = ExitCode(69)
    static let inputOutput = ExitCode(74)
    static let permission = ExitCode(77)
    static let configuration = ExitCode(78)
}
