import Glibc
import NIOPosix

/// Another user's process that connects and reads. The programs are of Debian's essential packages.
struct OtherUser: Sendable {
    struct Failed: Error {
        let call: String
    }

    private static let waiting: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 4)
        pool.start()
        return pool
    }()

    let user: UInt32
    let group: UInt32
    var groups: [UInt32] = []

    /// The first line, or all of them up to the end of the stream.
    func lines(from path: String, untilEnd: Bool = false) async throws -> [ReceivedLine] {
        let text = try await Self.waiting.runIfActive { try read(path, untilEnd: untilEnd) }
        return try text.split(separator: UInt8(ascii: "\n")).map {
            try ReceivedLine(json: Array($0))
        }
    }

    private func read(_ path: String, untilEnd: Bool) throws -> [UInt8] {
        let membership =
            groups.isEmpty ? "--clear-groups" : "--groups=\(groups.map(String.init).joined(separator: ","))"
        let program = """
            socket(S, PF_UNIX, SOCK_STREAM, 0); connect(S, pack_sockaddr_un($ARGV[0])) or die $!; \
            while (<S>) { print; last unless $ARGV[1] }
            """
        let command = [
            "setpriv", "--reuid=\(user)", "--regid=\(group)", membership, "perl", "-MSocket", "-e", program,
            path,
            untilEnd ? "1" : "0",
        ]
        var pipe: [Int32] = [0, 0]
        guard Glibc.pipe(&pipe) == 0 else { throw Failed(call: "pipe") }
        defer { close(pipe[0]) }
        for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
        let arguments = command.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let result = posix_spawnp(&process, "setpriv", &actions, nil, arguments + [nil], environ)
        close(pipe[1])
        guard result == 0 else { throw Failed(call: "posix_spawnp") }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = Glibc.read(pipe[0], &buffer, buffer.count), count > 0 {
            output += buffer[..<count]
        }
        waitpid(process, nil, 0)
        return output
    }
}
