import CLinux
import Glibc
import Scanning

/// Opens a serial line so that every byte arrives as the scanner sent it.
enum SerialPort {
    /// The descriptor, non-blocking, raw, set, claimed and emptied, which the caller closes; and how the line was set before.
    static func open(
        _ path: String, line: LineSettings
    ) throws(DeviceError) -> (descriptor: Int32, before: termios) {
        // Non-blocking, or a line without carrier would hold the caller here until CLOCAL is set.
        let flags = O_NOCTTY | O_NONBLOCK | O_CLOEXEC
        var descriptor = Glibc.open(path, O_RDWR | flags)
        if descriptor < 0, errno == EACCES || errno == EPERM || errno == EISDIR || errno == EROFS {
            descriptor = Glibc.open(path, O_RDONLY | flags)
        }
        if descriptor < 0 { throw DeviceError(call: "open", path: path, errno: errno) }
        do {
            return (descriptor, try prepare(descriptor, path: path, line: line))
        } catch {
            Glibc.close(descriptor)
            throw error
        }
    }

    private static func prepare(
        _ descriptor: Int32, path: String, line: LineSettings
    ) throws(DeviceError) -> termios {
        var settings = termios()
        if tcgetattr(descriptor, &settings) != 0 {
            throw errno == ENOTTY
                ? .wrongKind(path: path, wanted: .serial)
                : DeviceError(call: "tcgetattr", path: path, errno: errno)
        }
        let before = settings
        let isPseudo = clinux_tty_is_pseudo(descriptor)
        try claim(descriptor, path: path, isPseudo: isPseudo)
        // VMIN 1: with 0 a read would answer 0 for "nothing there", which is also how an unplugged line reads.
        cfmakeraw(&settings)
        settings.c_iflag = line.inputFlags
        settings.c_cflag = line.controlFlags
        guard let speed = line.speed, cfsetspeed(&settings, speed) == 0 else {
            throw .io(call: "cfsetspeed", path: path, errno: EINVAL)
        }
        if tcsetattr(descriptor, TCSANOW, &settings) != 0, !isPseudo {
            throw DeviceError(call: "tcsetattr", path: path, errno: errno)
        }
        // An E-Seek reader stays silent without both lines; a pseudo-terminal, and some bridges, have none.
        _ = clinux_tty_raise_modem_lines(descriptor)
        tcflush(descriptor, TCIFLUSH)
        return before
    }

    /// Keeps other programs from eating half of a scan.
    ///
    /// TIOCEXCL keeps everybody out but root. A pseudo-terminal keeps it after its last close, so there a restarted
    /// daemon would lock itself out; the lock, advisory as it is, at least keeps a second scanbridge out.
    private static func claim(_ descriptor: Int32, path: String, isPseudo: Bool) throws(DeviceError) {
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { throw .busy(path: path) }
        if !isPseudo { _ = clinux_tty_claim(descriptor) }
    }
}
