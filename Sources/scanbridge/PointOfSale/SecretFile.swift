import Glibc

/// The file that holds the POS API client's secret.
///
/// A secret is never taken from an argument or the environment: both are shown to whoever looks at the process.
struct SecretFile {
    /// Bytes of a secret.
    static let limit = 1024

    let path: String
    /// Whether systemd keeps the file: it lets nobody but the service in.
    private let isCredential: Bool

    /// - Parameters:
    ///   - name: absolute; else looked up in `credentials`, and where there are none, beside the configuration.
    ///   - credentials: the directory that systemd passes on in `$CREDENTIALS_DIRECTORY`.
    ///   - configuration: the configuration's file.
    ///
    /// Source: systemd.exec(5), "CREDENTIALS".
    init(name: String, credentials: String?, configuration: String) {
        let isRelative = !name.hasPrefix("/")
        isCredential = isRelative && credentials != nil
        let folder =
            credentials
            ?? configuration.split(separator: "/", omittingEmptySubsequences: false)
            .dropLast().joined(separator: "/")
        path = isRelative ? (folder.isEmpty ? "./\(name)" : "\(folder)/\(name)") : name
    }

    /// The secret, without blanks and line ends around it.
    func read() throws(CommandFailure) -> String {
        // Not to hang where the name is a pipe's.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw failureToOpen(errno) }
        defer { close(descriptor) }
        try checkAccess(descriptor)
        var bytes = [UInt8](repeating: 0, count: Self.limit + 1)
        defer { for index in bytes.indices { bytes[index] = 0 } }
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw failure("cannot be read: \(String(cString: strerror(errno)))") }
        guard count <= Self.limit else {
            throw failure("holds more than \(Self.limit) bytes; no secret is that long")
        }
        let isBlank: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let secret = bytes[..<count].drop(while: isBlank)
        let trimmed = secret.prefix(secret.count - secret.reversed().prefix(while: isBlank).count)
        guard !trimmed.isEmpty else { throw failure("is empty; write the client's secret into it") }
        guard trimmed.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw failure("holds more than one printable word; write nothing but the client's secret into it")
        }
        return String(decoding: trimmed, as: UTF8.self)
    }

    /// Nobody but root and this user may read it or replace what it says.
    private func checkAccess(_ descriptor: Int32) throws(CommandFailure) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw failure("cannot be looked at: \(String(cString: strerror(errno)))")
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw failure("is no file; name one") }
        guard !isCredential else { return }
        guard status.st_uid == 0 || status.st_uid == geteuid() else {
            throw failure(
                "belongs to another user, who may read it; chown it to root or to the daemon's user")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw failure("is open to other users than its owner; chmod 600 \(path)")
        }
    }

    private func failureToOpen(_ code: Int32) -> CommandFailure {
        switch code {
        case ENOENT, ENOTDIR:
            failure("no such file; write the client's secret into it, or pass it on with LoadCredential=")
        case EACCES, EPERM:
            CommandFailure(
                "\(path): this user may not read the client's secret; pass it on with LoadCredential=, or run as root",
                status: ExitStatus.permission)
        default: failure("cannot be opened: \(String(cString: strerror(code)))")
        }
    }

    private func failure(_ message: String) -> CommandFailure {
        CommandFailure("\(path): \(message)", status: ExitStatus.configuration)
    }
}
