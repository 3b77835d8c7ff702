import ArgumentParser
import Devices
import Glibc

/// Ends a command: one line on standard error, with the cure, and an exit code of `ExitStatus`.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String
    let status: ExitCode

    init(_ description: String, status: ExitCode) {
        self.description = description
        self.status = status
    }

    /// A device's own words.
    init(_ error: DeviceError) {
        self.init(error.message, status: ExitStatus.inputOutput)
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
