import Glibc

/// A serial scanner: the end of a pseudo-terminal that the daemon doesn't see, and a link to the one that it does.
final class Scanner {
    /// Source: ioctl_tty(2).
    private enum Request {
        static let unlock: UInt = 0x4004_5431  // TIOCSPTLCK
        static let number: UInt = 0x8004_5430  // TIOCGPTN
        static let claim: UInt = 0x540C  // TIOCEXCL
    }

    let link: String
    private var descriptor: Int32 = -1
    private var other: Int32 = -1

    /// - Parameter isPluggedIn: a scanner that isn't has no file yet.
    init(link: String, isPluggedIn: Bool = true) throws {
        self.link = link
        if isPluggedIn { try plugIn() }
    }

    deinit {
        unplug()
    }

    /// Makes the device's file appear.
    ///
    /// - Parameters:
    ///   - mode: who may open it.
    ///   - isClaimed: whether another program has it open for itself alone.
    ///   - early: what it sends before anybody can have opened it.
    func plugIn(mode: mode_t = 0o666, isClaimed: Bool = false, sending early: String = "") throws {
        unplug()
        descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw TestTrouble.call("open", "/dev/ptmx", errno) }
        var (locked, number): (Int32, Int32) = (0, 0)
        guard ioctl(descriptor, Request.unlock, &locked) == 0, ioctl(descriptor, Request.number, &number) == 0
        else { throw TestTrouble.call("ioctl", "/dev/ptmx", errno) }
        var settings = termios()
        tcgetattr(descriptor, &settings)
        cfmakeraw(&settings)
        tcsetattr(descriptor, TCSANOW, &settings)
        let device = "/dev/pts/\(number)"
        if isClaimed {
            other = open(device, O_RDWR | O_NOCTTY | O_CLOEXEC)
            guard ioctl(other, Request.claim) == 0 else { throw TestTrouble.call("ioctl", device, errno) }
        }
        // The tests may not own the device's file where they are in a container.
        guard chmod(device, mode) == 0 else { throw TestTrouble.call("chmod", device, errno) }
        try send(early)
        // In one step, as udev does it.
        guard symlink(device, "\(link).new") == 0, rename("\(link).new", link) == 0 else {
            throw TestTrouble.call("symlink", link, errno)
        }
    }

    /// Hangs the line up and takes its file away.
    func unplug() {
        guard descriptor >= 0 else { return }
        unlink(link)
        close(descriptor)
        descriptor = -1
        if other >= 0 { close(other) }
        other = -1
    }

    func send(_ text: String) throws {
        try send(Array(text.utf8))
    }

    /// Sends all of it, as fast as it is read.
    func send(_ bytes: [UInt8]) throws {
        let patience = Patience()
        var rest = bytes[...]
        while !rest.isEmpty {
            guard patience.wait(POLLOUT, descriptor) else {
                throw TestTrouble("nobody reads \(link); \(rest.count) of \(bytes.count) bytes are left")
            }
            // What is less than the line's buffer is taken without waiting.
            let piece = rest.prefix(256)
            let count = piece.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw TestTrouble.call("write", link, errno) }
            rest = rest.dropFirst(count)
        }
    }
}
