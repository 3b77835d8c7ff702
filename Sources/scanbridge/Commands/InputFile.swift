import Glibc

/// A command's input: a file, or standard input.
struct InputFile: ~Copyable {
    private let descriptor: Int32
    private let name: String

    /// - Parameter path: `nil` for standard input.
    init(_ path: String?) throws(CommandFailure) {
        name = path ?? "standard input"
        descriptor = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
        guard descriptor >= 0 else { throw failure }
    }

    deinit {
        if descriptor > STDIN_FILENO { close(descriptor) }
    }

    /// What there is, as soon as there is any, up to 64 KiB; `nil` at the end.
    func read() throws(CommandFailure) -> [UInt8]? {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        var count = Glibc.read(descriptor, &chunk, chunk.count)
        while count < 0, errno == EINTR { count = Glibc.read(descriptor, &chunk, chunk.count) }
        guard count >= 0 else { throw failure }
        return count == 0 ? nil : Array(chunk[..<count])
    }

    func readAll() throws(CommandFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try read() { bytes += chunk }
        return bytes
    }

    private var failure: CommandFailure {
        CommandFailure(
            "\(name): cannot be read; check the path and its permissions", status: ExitStatus.inputOutput)
    }
}
