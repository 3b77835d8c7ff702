import Devices
import Foundation
import Glibc
import Scanning
import Testing

@Suite(.timeLimit(.minutes(5))) struct OpeningTests {
    private let loop: DeviceLoop

    init() throws {
        loop = try DeviceLoop()
    }

    @Test func `a missing device is not found`() {
        defer { loop.stop() }
        #expect(throws: DeviceError.notFound(path: "/dev/serial/by-id/none")) {
            try loop.openSerial("/dev/serial/by-id/none", line: LineSettings())
        }
    }

    @Test func `a missing keyboard is not found`() {
        defer { loop.stop() }
        #expect(throws: DeviceError.notFound(path: "/dev/input/by-id/none")) {
            try loop.openKeyboards(["/dev/input/by-id/none"])
        }
    }

    @Test(arguments: ["/dev/null", "/etc/hostname", "/etc"])
    func `what is no terminal is no serial port`(path: String) {
        defer { loop.stop() }
        #expect(throws: DeviceError.wrongKind(path: path, wanted: .serial)) {
            try loop.openSerial(path, line: LineSettings())
        }
    }

    @Test(arguments: ["/dev/null", "/etc/hostname", "/etc"])
    func `what has no keys is no keyboard`(path: String) {
        defer { loop.stop() }
        #expect(throws: DeviceError.wrongKind(path: path, wanted: .evdev)) { try loop.openKeyboards([path]) }
    }

    @Test(arguments: ["/dev/null", "/etc/hostname", "/etc"])
    func `what has no report descriptor is no HID POS scanner`(path: String) {
        defer { loop.stop() }
        #expect(throws: DeviceError.wrongKind(path: path, wanted: .hidraw)) { try loop.openReports(path) }
    }

    @Test func `a missing HID POS scanner is not found`() {
        defer { loop.stop() }
        #expect(throws: DeviceError.notFound(path: "/dev/hidraw99")) { try loop.openReports("/dev/hidraw99") }
    }

    @Test func `a line that a scanbridge reads already is busy`() async throws {
        let line = try await SerialLine()
        defer { line.loop.stop() }
        #expect(throws: DeviceError.busy(path: line.scanner.path)) {
            try line.loop.openSerial(line.scanner.path, line: LineSettings())
        }
    }

    /// Whether a line passes on what it is sent byte by byte, and its rate.
    private func settings(_ path: String) throws -> (isRaw: Bool, rate: speed_t) {
        let line = try #require(FileHandle(forReadingAtPath: path))
        var settings = termios()
        tcgetattr(line.fileDescriptor, &settings)
        return (settings.c_lflag & tcflag_t(ICANON) == 0, cfgetispeed(&settings))
    }

    @Test func `a line that was only listened to is left as it was`() async throws {
        defer { loop.stop() }
        let scanner = try PseudoTerminal()
        let line = try #require(FileHandle(forReadingAtPath: scanner.path))
        var cooked = termios()
        tcgetattr(line.fileDescriptor, &cooked)
        cooked.c_lflag |= tcflag_t(ICANON)
        cfsetspeed(&cooked, speed_t(B19200))
        tcsetattr(line.fileDescriptor, TCSANOW, &cooked)
        let node = DeviceNode(sysPath: "", path: scanner.path, transport: .serial, isTagged: false)
        let connection = try loop.listen(to: node)
        try await connection.waitUntilReady()
        let meanwhile = try settings(scanner.path)
        connection.close()
        await connection.waitUntilClosed()
        let after = try settings(scanner.path)
        #expect(meanwhile == (true, speed_t(B9600)))
        #expect(after == (false, speed_t(B19200)))
    }

    @Test func `a rate that no line has is refused`() throws {
        defer { loop.stop() }
        let scanner = try PseudoTerminal()
        #expect(throws: DeviceError.io(call: "cfsetspeed", path: scanner.path, errno: EINVAL)) {
            try loop.openSerial(scanner.path, line: LineSettings(baud: 12345))
        }
    }

    @Test(arguments: LineSettings.rates) func `every rate on offer can be set`(baud: Int) async throws {
        defer { loop.stop() }
        let scanner = try PseudoTerminal()
        let connection = try loop.openSerial(scanner.path, line: LineSettings(baud: baud))
        try await connection.waitUntilReady()
        #expect(connection.failure == nil)
    }

    @Test func `a line's holder can be told`() throws {
        try LineHolder.with { path, holder in
            // Not the only one: what other tests are just starting has it for a moment, too.
            #expect(DeviceHolder.holders(of: path).map(\.process).contains(holder))
        }
    }

    @Test func `a busy device's message can name who holds it`() throws {
        try LineHolder.with { path, holder in
            #expect(DeviceError.busy(path: path).namingHolders.message.contains("(process \(holder))"))
        }
    }

    @Test func `access is found out without opening`() throws {
        let scanner = try PseudoTerminal()
        #expect(DeviceAccess.check(scanner.path, writing: true) == .granted)
        #expect(DeviceAccess.check("/dev/serial/by-id/none", writing: true) == .missing)
    }
}
