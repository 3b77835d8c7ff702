import Glibc

/// A running `scanbridge serve`, told of by its notifications to the service manager, which the test is here.
final class Daemon {
    enum User {
        case own
        /// An ordinary user, also where the tests run as root.
        case ordinary
    }

    private let program: Program
    private let notifications: Int32

    /// Starts it and returns at once.
    ///
    /// - Parameter inherited: a listening socket that it finds as socket activation hands it over.
    init(_ folder: Folder, _ arguments: [String], as user: User = .own, inherited: Int32? = nil) throws {
        let socket = folder.path("notify.\(Int.random(in: 0..<1_000_000))")
        notifications = try LocalSocket.receiving(at: socket)
        var command = [Scanbridge.executable, "serve"] + arguments
        if user == .ordinary, geteuid() == 0 { command = try folder.asOrdinaryUser(command) }
        var environment = ["NOTIFY_SOCKET": socket, "WATCHDOG_USEC": "30000000"]
        if inherited != nil {
            environment["LISTEN_FDS"] = "1"
            // The variable must name the daemon's own process.
            command = ["/bin/sh", "-c", "LISTEN_PID=$$ exec \"$@\"", "sh"] + command
        }
        program = try Program(command, environment: environment, inherited: inherited)
    }

    deinit {
        close(notifications)
    }

    var process: pid_t { program.process }

    /// Every line of its log so far.
    var log: [String] { program.errors.lines }

    /// Reads its log up to a line with this text, and gives it.
    @discardableResult
    func said(_ text: String) throws -> String {
        if let line = log.first(where: { $0.contains(text) }) { return line }
        let patience = Patience()
        while let line = try program.errors.next(patience) {
            if line.contains(text) { return line }
        }
        throw TestTrouble("the log ended without '\(text)': \(log)")
    }

    /// Waits until it serves tills.
    func waitUntilReady() throws {
        try notified("READY=1")
    }

    /// Has it read its configuration anew, and waits until it has.
    func reload() throws {
        signal(SIGHUP)
        try notified("RELOADING=1")
        try notified("READY=1")
    }

    func signal(_ number: Int32) {
        program.signal(number)
    }

    /// Ends it in order and gives its exit status.
    func stop() throws -> Int {
        signal(SIGTERM)
        return try finish()
    }

    /// Waits for its end and gives its exit status.
    func finish() throws -> Int {
        let status = try program.finish()
        _ = try program.errors.rest()
        return status
    }

    /// Standard output to its end; it has none.
    func output() throws -> [String] { try program.output.rest() }

    private func notified(_ state: String) throws {
        let patience = Patience()
        while true {
            guard patience.wait(POLLIN, [notifications, program.errors.descriptor]) else {
                throw TestTrouble("waited in vain for \(state); the daemon's log: \(log)")
            }
            if try hasNotified(state) { return }
            if Patience(.zero).wait(POLLIN, program.errors.descriptor) { program.errors.receive() }
            if program.errors.isAtEnd { throw TestTrouble("the daemon ended: \(try program.errors.rest())") }
        }
    }

    /// Takes what has been notified, in order, up to `state`.
    private func hasNotified(_ state: String) throws -> Bool {
        while Patience(.zero).wait(POLLIN, notifications) {
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = recv(notifications, &bytes, bytes.count, 0)
            let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n")
            if lines.contains(Substring(state)) { return true }
        }
        return false
    }
}
