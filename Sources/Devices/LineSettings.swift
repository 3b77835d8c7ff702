import Glibc

/// How a serial line is set.
///
/// USB scanners mostly ignore it; behind an RS-232 bridge it must be the scanner's own.
public struct LineSettings: Hashable, Sendable {
    public enum Parity: String, Hashable, Sendable, CaseIterable {
        case none
        case even
        case odd
    }

    public enum FlowControl: String, Hashable, Sendable, CaseIterable {
        case none
        /// RTS and CTS.
        case hardware
        /// XON and XOFF: the bytes 0x11 and 0x13 never reach the reader.
        case software
    }

    /// Bits a second; one of `rates`.
    public var baud: Int
    /// 7 or 8.
    public var dataBits: Int
    public var parity: Parity
    /// 1 or 2.
    public var stopBits: Int
    public var flowControl: FlowControl

    public init(
        baud: Int = 9600, dataBits: Int = 8, parity: Parity = .none, stopBits: Int = 1,
        flowControl: FlowControl = .none
    ) {
        self.baud = baud
        self.dataBits = dataBits
        self.parity = parity
        self.stopBits = stopBits
        self.flowControl = flowControl
    }

    /// The rates that a line can be set to, ascending.
    public static let rates: [Int] = speeds.keys.sorted()

    /// Source: POSIX `termios.h` and Linux `asm-generic/termbits.h`.
    private static let speeds: [Int: Int32] = [
        300: B300, 600: B600, 1200: B1200, 2400: B2400, 4800: B4800, 9600: B9600, 19200: B19200,
        38400: B38400,
        57600: B57600, 115_200: B115200, 230_400: B230400, 460_800: B460800, 921_600: B921600,
    ]

    /// CRTSCTS, whose value is too large for the macro to be imported.
    private static let requestToSendClearToSend = Int32.min

    /// The rate as termios knows it; `nil` for one that is none of `rates`.
    var speed: speed_t? { Self.speeds[baud].map { speed_t($0) } }

    /// The control flags beside the rate.
    ///
    /// Without HUPCL: some scanners restart when DTR falls, and a restarted daemon shall find the scanner awake.
    var controlFlags: tcflag_t {
        var flags = CREAD | CLOCAL | (dataBits == 7 ? CS7 : CS8)
        if stopBits == 2 { flags |= CSTOPB }
        if parity != .none { flags |= PARENB }
        if parity == .odd { flags |= PARODD }
        if flowControl == .hardware { flags |= Self.requestToSendClearToSend }
        return tcflag_t(bitPattern: flags)
    }

    /// The input flags: nothing is translated; with parity a damaged byte arrives as NUL, which no licence holds.
    var inputFlags: tcflag_t {
        var flags: Int32 = 0
        if parity != .none { flags |= INPCK }
        if flowControl == .software { flags |= IXON | IXOFF }
        return tcflag_t(bitPattern: flags)
    }
}
