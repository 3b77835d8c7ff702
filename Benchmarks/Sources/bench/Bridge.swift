import Glibc

/// A running process that carries scans from a pseudo-terminal to a Unix socket, driven from both of its ends.
final class Bridge {
    /// Who carries.
    enum Carrier {
        /// `scanbridge serve` of that executable, with a configuration file or nothing but defaults.
        case daemon(executable: String, configuration: String? = nil)
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

    private let process: ChildProcess
    private let workplace: Workplace
    /// From the process's start to the first byte of its greeting, at a till that waits for its socket.
    let greeting: Duration
    private let carrier: Carrier
    private let terminal: Terminal
    private let till: Till

    /// Starts it and waits for its greeting.
    init(_ carrier: Carrier, in workplace: Workplace) throws(BenchError) {
        self.carrier = carrier
        self.workplace = workplace
        terminal = try Terminal()
        let socket = workplace.socket()
        let begin = ContinuousClock.now
        process = try carrier.start(terminal: terminal.path, socket: socket, workplace)
        till = try Till(socket, of: process)
        _ = try till.read()
        greeting = ContinuousClock.now - begin
    }

    /// Ends the process first: what it leaves in the folder is gone before the folder is.
    deinit { process.end() }

    /// What the process holds of the machine's memory by now.
    func memory() throws(BenchError) -> MemoryReading { try MemoryReading(of: process.id) }

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
    fileprivate func start(
        terminal: String, socket: String, _ workplace: Workplace
    ) throws(BenchError) -> ChildProcess {
        switch self {
        case .daemon(let executable, let configuration):
            let files = ["--config", configuration ?? workplace.configuration, "--socket", socket]
            return try ChildProcess(executable, ["serve"] + files + ["--serial", terminal])
        case .relay:
            return try ChildProcess("/proc/self/exe", ["relay", terminal, socket])
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
            let lines = received.split(separator: UInt8(ascii: "\n"))
                .map { String(decoding: $0, as: UTF8.self) }
            guard let result = lines.first(where: { !$0.hasPrefix(#"{"type":"reading""#) })
            else { return false }
            guard result.hasPrefix(#"{"type":"applicant""#), result.contains(SampleLicense.number(of: holder))
            else { throw BenchError("the daemon did not make an applicant of a sample licence") }
            return true
        }
    }
}
