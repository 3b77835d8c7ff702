import Glibc
import Scanning

/// Where a recording is written, as it comes: a file that only its owner may read, or standard output.
final class RecordingFile: Sendable {
    private let descriptor: Int32
    private let name: String

    /// - Parameters:
    ///   - path: `nil` for standard output.
    ///   - replaces: whether a file that is there gives way.
    init(_ path: String?, replaces: Bool) throws(CommandFailure) {
        name = path ?? "standard output"
        descriptor =
            try path.map { path throws(CommandFailure) in try Self.create(path, replaces) } ?? STDOUT_FILENO
    }

    deinit {
        if descriptor > STDOUT_FILENO { close(descriptor) }
    }

    private static func create(_ path: String, _ replaces: Bool) throws(CommandFailure) -> Int32 {
        // Made anew in any case: whoever has the old file open shall not read the new one's content.
        if replaces { unlink(path) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let hint = errno == EEXIST ? "; name another file, or replace it with --force" : ""
            throw CommandFailure(
                "\(path): \(SystemCall.reason(errno))\(hint)", status: ExitStatus.inputOutput)
        }
        return descriptor
    }

    func write(_ text: String) throws(CommandFailure) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                throw CommandFailure(
                    "\(name): \(SystemCall.reason(errno)); make room and record again",
                    status: ExitStatus.inputOutput)
            }
            rest = rest.dropFirst(max(0, count))
        }
    }
}
