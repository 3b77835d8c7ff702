import Foundation

/// Both ends of a pipe, which no process inherits by accident: Swift knows no pipe2(2), but a FIFO's ends can be opened so.
struct Pipe {
    let reading: Int32
    let writing: Int32

    init() throws {
        let path = "/tmp/scanbridge-\(UUID().uuidString)"
        guard mkfifo(path, 0o600) == 0 else { throw TestTrouble.call("mkfifo", path, errno) }
        defer { unlink(path) }
        // Linux opens a FIFO's both ends at once without waiting, and each one while the other is open.
        let both = open(path, O_RDWR | O_CLOEXEC)
        defer { close(both) }
        reading = open(path, O_RDONLY | O_CLOEXEC)
        writing = open(path, O_WRONLY | O_CLOEXEC)
        guard both >= 0, reading >= 0, writing >= 0 else { throw TestTrouble.call("open", path, errno) }
        // F_SETPIPE_SZ, as large as an ordinary user may have it: a daemon drops log lines that don't fit.
        _ = fcntl(writing, 1031, 1 << 20)
    }
}
