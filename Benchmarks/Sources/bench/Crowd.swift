import Glibc

/// A daemon with many serial scanners, all of which send at once.
final class Crowd {
    /// Licences that each scanner sends in one write.
    static let burst = 4

    let scanners: Int
    private let process: ChildProcess
    private let workplace: Workplace
    private let terminals: [Terminal]
    private let till: Till
    /// Licences that were sent so far; each is another person's.
    private var sent = 0

    /// - Parameter configuration: a file; `nil` for one with nothing but defaults.
    init(
        of scanners: Int, executable: String, in workplace: Workplace, configuration: String? = nil
    ) throws(BenchError) {
        self.scanners = scanners
        self.workplace = workplace
        var terminals: [Terminal] = []
        for _ in 0..<scanners { terminals.append(try Terminal()) }
        self.terminals = terminals
        let socket = workplace.socket()
        process = try ChildProcess(
            executable,
            ["serve", "--config", configuration ?? workplace.configuration, "--socket", socket]
                + terminals.flatMap { ["--serial", $0.path] })
        till = try Till(socket, of: process)
        _ = try till.read()
    }

    deinit { process.end() }

    /// What the process holds of the machine's memory by now, in bytes.
    func resident() throws(BenchError) -> Double { try MemoryReading(of: process.id).resident }

    /// What the process has used of the processors so far, to a hundredth of a second.
    ///
    /// Source: proc(5), `stat`: fields 14 and 15, in clock ticks.
    func processorTime() throws(BenchError) -> Duration {
        let text = try MemoryReading.text("/proc/\(process.id)/stat")
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else {
            throw BenchError("/proc/\(process.id)/stat has no times")
        }
        return .milliseconds((user + system) * 1000 / sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Has every scanner send its licences; how long each took from its scanner's write to its end at the till.
    ///
    /// Fails where a licence is missing, comes twice or comes before one that its scanner sent earlier.
    func scanAtOnce() throws(BenchError) -> Samples {
        var begins: [ContinuousClock.Instant] = []
        let first = sent
        for (index, terminal) in terminals.enumerated() {
            let holders = first + index * Self.burst..<first + (index + 1) * Self.burst
            begins.append(.now)
            try terminal.write(holders.flatMap { SampleLicense.payload(of: $0) })
        }
        sent += scanners * Self.burst
        var samples = Samples()
        var next = Array(repeating: 0, count: scanners)
        var lines = LineBuffer()
        while samples.durations.count < scanners * Self.burst {
            lines.add(try till.read())
            let end = ContinuousClock.now
            while let line = lines.next() {
                guard line.hasPrefix(#"{"type":"applicant""#) else { continue }
                guard
                    let index = next.indices.first(where: { index in
                        next[index] < Self.burst
                            && line.contains(
                                SampleLicense.number(of: first + index * Self.burst + next[index]))
                    })
                else { throw BenchError("a licence came twice, or before an earlier one of its scanner") }
                next[index] += 1
                samples.add(end - begins[index])
            }
        }
        return samples
    }
}

/// Cuts what a till reads into lines.
private struct LineBuffer {
    private var bytes: [UInt8] = []

    mutating func add(_ new: ArraySlice<UInt8>) { bytes += new }

    mutating func next() -> String? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { bytes.removeFirst(end + 1) }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
