import CLinux
import Glibc

/// A pseudo-terminal whose other end looks like a serial scanner: for `scanbridge simulate` and for tests.
///
/// Raw from the start, so that bytes pass as they are and nothing is echoed, whoever opens the other end. Closed with its
/// last reference, which to the other end is an unplugging.
public final class PseudoTerminal: Sendable {
    /// The end to be opened as a scanner, such as `/dev/pts/3`.
    public let path: String
    /// The symbolic link to `path`, if one was asked for.
    public let link: String?

    private let descriptor: Int32

    /// - Parameter link: Where to put a symbolic link to the new terminal. A link that is there is replaced in one step;
    ///   anything else there is left alone, and is an error.
    public init(link: String? = nil) throws(DeviceError) {
        var name = [CChar](repeating: 0, count: 64)
        let opened = clinux_pty_open(&name, name.count)
        if opened < 0 { throw .io(call: "posix_openpt", path: "/dev/ptmx", errno: errno) }
        descriptor = opened
        path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        self.link = link
        var settings = termios()
        tcgetattr(descriptor, &settings)
        cfmakeraw(&settings)
        tcsetattr(descriptor, TCSANOW, &settings)
        if let link { try Self.place(link, to: path) }
    }

    deinit {
        if let link, Self.target(of: link) == path { unlink(link) }
        close(descriptor)
    }

    /// Sends all of it; waits while the other end's buffer, some KiB, is full.
    public func write(_ bytes: [UInt8]) throws(DeviceError) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw .io(call: "write", path: path, errno: errno) }
            sent += count
        }
    }

    /// Returns once somebody has opened the other end and has had a moment to make it ready.
    public func waitForReader() {
        // The kernel tells that nobody has the other end open only after somebody had.
        close(open(path, O_RDWR | O_NOCTTY | O_CLOEXEC))
        while isHungUp { usleep(20_000) }
        // What comes before the reader is ready is dropped, and a busy machine takes its time.
        sleep(1)
    }

    private var isHungUp: Bool {
        var request = pollfd(fd: descriptor, events: 0, revents: 0)
        return poll(&request, 1, 0) == 1 && request.revents & Int16(POLLHUP) != 0
    }

    private static func place(_ link: String, to path: String) throws(DeviceError) {
        var status = stat()
        if lstat(link, &status) == 0, status.st_mode & S_IFMT != S_IFLNK {
            throw .io(call: "symlink", path: link, errno: EEXIST)
        }
        let fresh = "\(link).\(getpid())"
        unlink(fresh)
        guard symlink(path, fresh) == 0 else { throw .io(call: "symlink", path: link, errno: errno) }
        guard rename(fresh, link) == 0 else {
            let cause = errno
            unlink(fresh)
            throw .io(call: "rename", path: link, errno: cause)
        }
    }

    private static func target(of link: String) -> String? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(PATH_MAX)) { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else { return nil }
                let length = readlink(link, start, characters.count)
                return length < 0 ? nil : String(decoding: buffer.prefix(length), as: UTF8.self)
            }
        }
    }
}
