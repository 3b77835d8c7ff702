import Glibc
import Testing

@testable import TillSocket

/// What is done with what lies at the socket's path already.
@Suite struct OwnSocketTests {
    let folder: TemporaryFolder
    var path: String { folder.path + "/till.sock" }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func mode(of path: String) -> UInt32 {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    /// A socket's file that nobody listens on.
    private func leaveStaleSocket(type: __socket_type = SOCK_STREAM) throws {
        let descriptor = socket(AF_UNIX, Int32(type.rawValue), 0)
        let address = try UnixSocketAddress(path: path)
        try #require(address.apply { bind(descriptor, $0, $1) } == 0)
        close(descriptor)
    }

    @Test func `a socket is born for its own user only, and has its name once it listens`() throws {
        let socket = try OwnSocket(path: path)
        #expect(mode(of: path + "~") == 0o600)
        #expect(folder.names == ["till.sock.lock", "till.sock~"])
        try socket.listen()
        #expect(folder.names == ["till.sock", "till.sock.lock"])
        socket.remove()
    }

    @Test func `what a daemon that was killed at its start has left is no hindrance`() throws {
        let address = try UnixSocketAddress(path: path + "~")
        let left = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try #require(address.apply { bind(left, $0, $1) } == 0)
        close(left)
        let socket = try OwnSocket(path: path)
        try socket.listen()
        socket.remove()
        #expect(folder.names == [])
    }

    @Test func `given to a group its mode is 0660`() throws {
        let socket = try OwnSocket(path: path)
        #expect(socket.admit(group: getegid()))
        try socket.listen()
        #expect(mode(of: path) == 0o660)
        socket.remove()
    }

    @Test(.enabled(if: geteuid() == 0, "another group's directory takes root to make"))
    func `a directory with the set-group-ID bit has given it to the group already`() throws {
        try #require(chown(folder.path, uid_t.max, 65_534) == 0 && chmod(folder.path, 0o2755) == 0)
        let socket = try OwnSocket(path: path)
        try socket.listen()
        var status = stat()
        try #require(lstat(path, &status) == 0)
        #expect(status.st_gid == 65_534)
        #expect(socket.admit(group: 65_534))
        #expect(mode(of: path) == 0o660)
        socket.remove()
    }

    @Test func `where users are listed everybody may connect, to be judged then`() throws {
        let socket = try OwnSocket(path: path)
        #expect(socket.admit(group: getegid(), listsUsers: true))
        try socket.listen()
        #expect(mode(of: path) == 0o666)
        socket.remove()
    }

    @Test func `without a group its mode goes back to 0600`() throws {
        let socket = try OwnSocket(path: path)
        _ = socket.admit(group: getegid())
        try socket.listen()
        #expect(!socket.admit(group: nil))
        #expect(mode(of: path) == 0o600)
        socket.remove()
    }

    @Test func `at the end neither socket nor lock is left`() throws {
        let socket = try OwnSocket(path: path)
        try socket.listen()
        #expect(folder.names == ["till.sock", "till.sock.lock"])
        socket.remove()
        #expect(folder.names == [])
    }

    @Test func `a stale socket is replaced`() throws {
        try leaveStaleSocket()
        let socket = try OwnSocket(path: path)
        try socket.listen()
        #expect(throws: Never.self) { try TestTill(path: path) }
        socket.remove()
    }

    @Test func `a live socket is refused, and goes on`() throws {
        let live = try OwnSocket(path: path)
        try live.listen()
        #expect(throws: TillSocketError.inUse(path: path)) { try OwnSocket(path: path) }
        #expect(throws: Never.self) { try TestTill(path: path) }
        live.remove()
    }

    @Test func `a live socket of a program that knows no lock is refused`() throws {
        let live = try OwnSocket(path: path)
        try live.listen()
        unlink(path + ".lock")
        #expect(throws: TillSocketError.inUse(path: path)) { try OwnSocket(path: path) }
        #expect(folder.names == ["till.sock"])
        live.remove()
    }

    @Test func `a socket that is not listening yet is refused by its lock`() throws {
        let starting = try OwnSocket(path: path)
        #expect(throws: TillSocketError.inUse(path: path)) { try OwnSocket(path: path) }
        starting.remove()
    }

    @Test func `a live datagram socket is refused`() throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        try #require(UnixSocketAddress(path: path).apply { bind(descriptor, $0, $1) } == 0)
        #expect(throws: TillSocketError.inUse(path: path)) { try OwnSocket(path: path) }
        close(descriptor)
    }

    @Test func `a file that is no socket is refused and left alone`() throws {
        close(open(path, O_CREAT | O_WRONLY, 0o600))
        #expect(throws: TillSocketError.notASocket(path: path)) { try OwnSocket(path: path) }
        #expect(folder.names == ["till.sock"])
    }

    @Test func `a link is refused and left alone, wherever it leads`() throws {
        try leaveStaleSocket()
        rename(path, folder.path + "/elsewhere")
        symlink(folder.path + "/elsewhere", path)
        #expect(throws: TillSocketError.notASocket(path: path)) { try OwnSocket(path: path) }
        #expect(folder.names == ["elsewhere", "till.sock"])
    }

    @Test func `a socket that has taken the name since is not removed`() throws {
        let socket = try OwnSocket(path: path)
        unlink(path)
        try leaveStaleSocket()
        socket.remove()
        #expect(folder.names == ["till.sock"])
    }

    @Test func `a missing directory is an error of its own`() {
        let path = folder.path + "/nowhere/till.sock"
        #expect(throws: TillSocketError.missingDirectory(path: path)) { try OwnSocket(path: path) }
    }

    @Test func `a directory that takes no files is a matter of permission`() {
        // Not even root may create files in sysfs.
        #expect(throws: TillSocketError.permission(path: "/sys/till.sock")) {
            try OwnSocket(path: "/sys/till.sock")
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func `a directory without write permission is a matter of permission`() {
        chmod(folder.path, 0o500)
        #expect(throws: TillSocketError.permission(path: path)) { try OwnSocket(path: path) }
    }

    @Test func `the longest path is 107 bytes`() throws {
        let longest = folder.path + "/" + String(repeating: "s", count: 107 - folder.path.utf8.count - 1)
        let socket = try OwnSocket(path: longest)
        try socket.listen()
        #expect(mode(of: longest) == 0o600)
        socket.remove()
        #expect(throws: TillSocketError.invalidPath(path: longest + "s")) {
            try OwnSocket(path: longest + "s")
        }
    }

    @Test(arguments: ["", "a\0b"])
    func `a path that would name another socket is refused`(path: String) {
        #expect(throws: TillSocketError.invalidPath(path: path)) { try OwnSocket(path: path) }
    }

    @Test func `ten daemons that start at once on a stale socket end up as one`() async throws {
        for _ in 0..<20 {
            try leaveStaleSocket()
            let path = path
            let winners = await withTaskGroup(of: OwnSocket?.self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        guard let socket = try? OwnSocket(path: path) else { return nil }
                        return (try? socket.listen()) == nil ? nil : socket
                    }
                }
                return await group.reduce(into: [OwnSocket]()) { winners, socket in
                    if let socket { winners.append(socket) }
                }
            }
            #expect(winners.count == 1)
            for winner in winners {
                winner.remove()
                close(winner.descriptor)
            }
        }
    }
}
