import Glibc

/// A running process that carries scans from a pseudo-terminal to a Unix socket, driven from both of its ends.
final class Bridge {
    /// Who carries.
    enum Carrier {
        /// `scanbridge serve` of that executable, with a configuration file of the bench's own.
        case daemon(executable: String, configuration: String)
        /// This executable once more, where it does nothing but `cbench_relay`.
        case relay
    }

    /// How a scan arrives.
    enum Arrival: CaseIterable {
        /// All of it in one write, as from a scanner on fast USB.
        case atOnce
        /// Its last byte alone, when all others have been read, as from a serial line.
        case lastByteAlone
    }

    let process: ChildProcess
    /// From the process's start to the first byte of its greeting, at a till that waits for its socket.
    let greeting: Duration
    private let carrier: Carrier
    private let terminal: Terminal
    private let till: Till

    /// Starts it and waits for its greeting.
    ///
    /// - Parameter socket: the path where it is to listen; nothing is there yet.
    init(_ carrier: Carrier, socket: String) throws(BenchError) {
        self.carrier = carrier
        terminal = try Terminal()
        let begin = ContinuousClock.now
        process = try carrier.start(terminal: terminal.path, socket: socket)
        till = try Till(socket, of: process)
        _ = try till.read()
        greeting = ContinuousClock.now - begin
    }

    /// Sends one licence; how long it takes from the write of its last byte to its end at the till.
    func carry(licenceOf holder: Int, _ arrival: Arrival) throws(BenchError) -> Duration {
        var payload = SampleLicense.payload(of: holder)[...]
        var received: [UInt8] = []
        if arrival == .lastByteAlone {
            try terminal.write(payload.dropLast())
            payload = payload.suffix(1)
            while !carrier.hasBegun(received) { received += try till.read() }
            // Until everybody sleeps again.
            usleep(2000)
        }
        let begin = ContinuousClock.now
        try terminal.write(payload)
        while true {
            received += try till.read()
            let end = ContinuousClock.now
            if try carrier.hasDelivered(received, holder) { return end - begin }
        }
    }
}

extension Bridge.Carrier {
    fileprivate func start(terminal: String, socket: String) throws(BenchError) -> ChildProcess {
        switch self {
        case .daemon(let executable, let configuration):
            try ChildProcess(
                executable, ["serve", "--config", configuration, "--socket", socket, "--serial", terminal])
        case .relay:
            try ChildProcess("/proc/self/exe", ["relay", terminal, socket])
        }
    }

    /// Whether all that a licence yields before its last byte has come.
    fileprivate func hasBegun(_ received: [UInt8]) -> Bool {
        switch self {
        case .daemon: received.last == UInt8(ascii: "\n")
        case .relay: received.count == SampleLicense.length - 1
        }
    }

    /// Whether all that a licence yields has come, and is this holder's.
    fileprivate func hasDelivered(_ received: [UInt8], _ holder: Int) throws(BenchError) -> Bool {
        switch self {
        case .relay: return received.count == SampleLicense.length
        case .daemon:
            guard received.last == UInt8(ascii: "\n") else { return false }
            let lines = received.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
            guard let result = lines.first(where: { !$0.hasPrefix(#"{"type":"reading""#) }) else { return false }
            guard result.hasPrefix(#"{"type":"applicant""#), result.contains(SampleLicense.number(of: holder))
            else { throw BenchError("the daemon did not make an applicant of a sample licence") }
            return true
        }
    }
}
