import CBench
import Glibc

/// Measures scanbridge beside plain C, in one run on one machine, and prints each figure beside its aim.
///
/// A missed aim is told and is no failure; what can't be measured is one. `docs/performance.md` says what the figures mean.
@main
enum Bench {
    /// Seconds after which a run is over whatever happens; its processes end with it.
    private static let limit: UInt32 = 240

    static func main() {
        let arguments = CommandLine.arguments
        if arguments.count == 4, arguments[1] == "relay" { exit(cbench_relay(arguments[2], arguments[3])) }
        alarm(limit)
        do {
            try measure()
        } catch {
            write("bench: \(error.message)\n", to: STDERR_FILENO)
            exit(1)
        }
    }

    private static func measure() throws(BenchError) {
        try report(
            "One licence of \(SampleLicense.length) bytes to its line: medians, interleaved",
            DecodeBenchmark().run())
        if let peer = PeerBenchmark().run() {
            report(
                "The same by the Python package aamva-parser",
                [Figure("payload to fields", peer, .nanoseconds)])
        } else {
            write(
                "The Python package aamva-parser isn't here, so it was not measured.\n\n", to: STDOUT_FILENO)
        }
        guard let executable = getenv("SCANBRIDGE_EXECUTABLE").map({ String(cString: $0) }) else {
            throw BenchError("SCANBRIDGE_EXECUTABLE names no daemon to measure; `make bench` sets it")
        }
        let workplace = try Workplace()
        let carrier = Bridge.Carrier.daemon(executable: executable)
        let latency = LatencyBenchmark(
            daemon: try Bridge(carrier, in: workplace), relay: try Bridge(.relay, in: workplace))
        try report("Last byte to the till, a scan in one write", latency.run(.atOnce, firstHolder: 0))
        try report(
            "Last byte to the till, the last byte alone", latency.run(.lastByteAlone, firstHolder: 1000))
        try report("The daemon's memory after these scans", latency.daemon.memory().figures)
        try report(
            "Sixty-four scanners at once",
            CrowdBenchmark(executable: executable, workplace: workplace).run())
        if let sandbox = getenv("SANDBOX_EXECUTABLE").map({ String(cString: $0) }) {
            try report(
                "The POS API decodes, the stand-in on this machine",
                RemoteBenchmark(executable: executable, api: StandInAPI(sandbox), workplace: workplace).run())
        } else {
            write(
                "SANDBOX_EXECUTABLE names no stand-in POS API, so remote decoding was not measured.\n\n",
                to: STDOUT_FILENO)
        }
        try report("The daemon's start", StartBenchmark(daemon: carrier, workplace: workplace).run())
    }

    private static func report(_ title: String, _ figures: [Figure]) {
        let lines = [title] + figures.map(\.line)
        write(lines.joined(separator: "\n") + "\n\n", to: STDOUT_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        // A report that nobody reads any more is not worth an error.
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }
}
