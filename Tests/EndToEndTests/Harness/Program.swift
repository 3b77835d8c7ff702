import Foundation
import Glibc

/// A process that a test started: killed, if need be, with its last reference.
final class Program {
    let output: LineReader
    let errors: LineReader
    let process: pid_t
    private var input: Int32?
    private var status: Int?

    /// - Parameters:
    ///   - command: the executable's path, or its name on `PATH`, and its arguments.
    ///   - environment: added to the test's own.
    ///   - inherited: a descriptor that the process finds as number 3.
    init(_ command: [String], environment: [String: String] = [:], inherited: Int32? = nil) throws {
        // Else a process that ended early would end the test's process, too.
        Glibc.signal(SIGPIPE, SIG_IGN)
        let (input, output, errors) = (try Pipe(), try Pipe(), try Pipe())
        defer { for descriptor in [input.reading, output.writing, errors.writing] { close(descriptor) } }
        self.input = input.writing
        self.output = LineReader(output.reading)
        self.errors = LineReader(errors.reading)
        var places = [
            (from: input.reading, to: STDIN_FILENO), (from: output.writing, to: STDOUT_FILENO),
            (from: errors.writing, to: STDERR_FILENO),
        ]
        if let inherited { places.append((from: inherited, to: 3)) }
        process = try Self.spawn(command, environment, places)
    }

    deinit {
        closeInput()
        guard status == nil else { return }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    /// Writes to the process's standard input, at most what a pipe holds.
    func send(_ bytes: [UInt8]) throws {
        guard let input, write(input, bytes, bytes.count) == bytes.count else {
            throw TestTrouble.call("write", "standard input", errno)
        }
    }

    func closeInput() {
        if let input { close(input) }
        input = nil
    }

    func signal(_ number: Int32) {
        kill(process, number)
    }

    /// Reads both outputs to their ends, which come with the process's, and gives its exit status; 128 and the signal's
    /// number if one killed it.
    func finish() throws -> Int {
        let patience = Patience()
        while !output.isAtEnd || !errors.isAtEnd {
            for reader in [output, errors]
            where !reader.isAtEnd && Patience(.zero).wait(POLLIN, reader.descriptor) {
                reader.receive()
            }
            let open = [output, errors].filter { !$0.isAtEnd }.map(\.descriptor)
            guard open.isEmpty || patience.wait(POLLIN, open) else {
                throw TestTrouble("the process doesn't end")
            }
        }
        var code: Int32 = 0
        waitpid(process, &code, 0)
        let status = code & 0x7F == 0 ? Int(code >> 8) : 128 + Int(code & 0x7F)
        self.status = status
        return status
    }

    private static func spawn(
        _ command: [String], _ environment: [String: String], _ places: [(from: Int32, to: Int32)]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for place in places { posix_spawn_file_actions_adddup2(&actions, place.from, place.to) }
        // The child shall not inherit signals that the test's process ignores or blocks.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var process: pid_t = 0
        let code = withCStrings(command) { arguments in
            withCStrings(self.environment(with: environment)) { variables in
                posix_spawnp(&process, command[0], &actions, &attributes, arguments, variables)
            }
        }
        guard code == 0 else { throw TestTrouble.call("posix_spawn", command[0], code) }
        return process
    }

    /// The test's own environment with changes.
    private static func environment(with changes: [String: String]) -> [String] {
        let variables = ProcessInfo.processInfo.environment.merging(changes) { $1 }
        return variables.map { "\($0.key)=\($0.value)" }
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = strings.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
