import ArgumentParser
import TillSocket

extension TillSocketError {
    var exitStatus: ExitCode {
        switch self {
        case .inUse: ExitStatus.unavailable
        case .permission: ExitStatus.permission
        case .missingDirectory, .notASocket, .invalidPath, .pathsChanged, .notAListener,
            .tooManyDescriptors, .invalidListenEnvironment:
            ExitStatus.configuration
        case .io: ExitStatus.inputOutput
        }
    }
}
