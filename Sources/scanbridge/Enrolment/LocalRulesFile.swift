import FoundationEssentials
import Glibc

/// The file of udev rules that is the administrator's own: lines are added to it, and none is changed.
struct LocalRulesFile {
    /// Sorts before the rules that heed it.
    static let usualPath = "/etc/udev/rules.d/64-scanbridge-local.rules"

    let path: String

    /// Whether a line could be added, so far as that can be told without doing it.
    var isWritable: Bool {
        if access(path, F_OK) == 0 { return access(path, W_OK) == 0 }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        return access(folder, W_OK | X_OK) == 0
    }

    /// Whether the line is there already.
    func contains(_ line: String) -> Bool {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return false }
        return text.split(whereSeparator: \.isNewline).contains { $0 == line }
    }

    /// Adds a line with a comment above it, at the end; the file is made if there is none.
    func add(_ line: String, comment: String) throws(CommandFailure) {
        let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("open") }
        defer { close(descriptor) }
        let size = lseek(descriptor, 0, SEEK_END)
        var last: UInt8 = 0x0A
        if size > 0 { pread(descriptor, &last, 1, size - 1) }
        let text = (last == 0x0A ? "" : "\n") + (size > 0 ? "\n" : "") + "# \(comment)\n\(line)\n"
        let bytes = Array(text.utf8)
        // One write: either all of it is there, or what is there of it is taken back.
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            let failure = failure("write")
            ftruncate(descriptor, size)
            throw failure
        }
    }

    private func failure(_ call: String) -> CommandFailure {
        let code = errno
        let isDenied = code == EACCES || code == EPERM || code == EROFS
        return CommandFailure(
            "\(call) of \(path) failed: \(SystemCall.reason(code)); "
                + (isDenied ? "run as root" : "see that its directory is there and has room"),
            status: isDenied ? ExitStatus.permission : ExitStatus.inputOutput)
    }
}
