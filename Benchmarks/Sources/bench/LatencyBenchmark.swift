import Glibc

/// How long a scan takes from its last byte on the wire to its line at the till, through the daemon beside a bare relay.
struct LatencyBenchmark {
    private static let scans = 500
    private static let aim = 5.0

    let daemon: Bridge
    let relay: Bridge

    func run(_ arrival: Bridge.Arrival, firstHolder: Int) throws(BenchError) -> [Figure] {
        var (ours, bare) = (Samples(), Samples())
        for holder in firstHolder..<firstHolder + Self.scans {
            ours.add(try daemon.carry(licenceOf: holder, arrival))
            pause()
            bare.add(try relay.carry(licenceOf: holder, arrival))
            pause()
        }
        return [
            figure("C relay, p50", bare.median),
            figure("daemon, p50", ours.median),
            Figure("ratio of these two", ours.median / bare.median, .times, aim: Self.aim),
            figure("C relay, p99", bare.quantile(0.99)),
            figure("daemon, p99", ours.quantile(0.99)),
        ]
    }

    /// Lets everything that a scan has woken go to sleep, as it would between two customers.
    private func pause() {
        usleep(15_000)
    }

    private func figure(_ name: String, _ duration: Duration) -> Figure {
        Figure(name, duration / .microseconds(1), .microseconds)
    }
}
