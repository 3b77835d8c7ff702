import ArgumentParser
import Glibc

/// Ends a command: one line on standard error, with the cure, and an exit code of `ExitStatus`.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String
    let status: ExitCode

    init(_ description: String, status: ExitCode) {
        self.description = description
        self.status = status
    }
}

extension TillClientError {
    var exitStatus: ExitCode {
        switch self {
        case .unreachable, .dismissed: ExitStatus.unavailable
        case .denied: ExitStatus.permission
        case .pathTooLong: ExitStatus.configuration
        case .io: ExitStatus.inputOutput
        }
    }
}
