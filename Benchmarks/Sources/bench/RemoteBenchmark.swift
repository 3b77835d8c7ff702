import Glibc

/// What it costs to have the POS API decode: beside the API's own time, with a hundred scanners at once, and when it is
/// dead.
struct RemoteBenchmark {
    private static let scans = 300
    private static let scanners = 100

    let executable: String
    let api: StandInAPI
    let workplace: Workplace

    func run() throws(BenchError) -> [Figure] {
        let configuration = try remoteMode(deadline: "1500ms")
        let patient = try remoteMode(deadline: "30s")
        let crowd = try Crowd(
            of: Self.scanners, executable: executable, in: workplace, configuration: patient)
        let many = try crowd.scanAtOnce()
        let memory = try crowd.resident() / 1_000_000
        let local = try Bridge(.daemon(executable: executable), in: workplace)
        let remote = try Bridge(
            .daemon(executable: executable, configuration: configuration), in: workplace)
        return try overhead(remote, local) + [
            Figure(
                "400 scans of 100 scanners at once, slowest", many.quantile(1) / .milliseconds(1),
                .milliseconds),
            Figure("resident (VmRSS) after these", memory, .megabytes, aim: 64),
        ]
            + (try FaultBenchmark(
                executable: executable, api: api, workplace: workplace, configuration: configuration
            ).run())
            + (try deadEndpoint(remote, local))
    }

    /// A configuration file for decoding by the API.
    private func remoteMode(deadline: String) throws(BenchError) -> String {
        let secret = try workplace.write("sandbox-secret\n", to: "secret")
        return try workplace.write(
            """
            log: {level: critical}
            decode: {mode: remote, deadline: \(deadline)}
            pos_api: {url: '\(api.address)', client_id: sandbox, client_secret_file: \(secret)}
            """, to: "remote-\(deadline).yaml")
    }

    /// Endpoint alone, local decode and remote decode take turns.
    private func overhead(_ remote: Bridge, _ local: Bridge) throws(BenchError) -> [Figure] {
        var (alone, here, there) = (Samples(), Samples(), Samples())
        for holder in 10_000..<10_000 + Self.scans {
            alone.add(try api.decode(licenceOf: holder))
            pause()
            here.add(try local.carry(licenceOf: holder, .atOnce))
            pause()
            there.add(try remote.carry(licenceOf: holder, .atOnce))
            pause()
        }
        let beyond = there.median - alone.median
        return [
            milliseconds("the endpoint alone, p50", alone.median),
            milliseconds("local decode, last byte to the till, p50", here.median),
            milliseconds("remote decode, last byte to the till, p50", there.median),
            milliseconds("remote beyond the endpoint's own time, p50", beyond, aim: 2),
            milliseconds("remote decode, last byte to the till, p99", there.quantile(0.99)),
        ]
    }

    private func deadEndpoint(_ remote: Bridge, _ local: Bridge) throws(BenchError) -> [Figure] {
        api.freeze()
        defer { api.thaw() }
        let first = try remote.carry(licenceOf: 20_000, .atOnce)
        var (here, dead) = (Samples(), Samples())
        for holder in 20_001..<20_101 {
            here.add(try local.carry(licenceOf: holder, .atOnce))
            pause()
            dead.add(try remote.carry(licenceOf: holder, .atOnce))
            pause()
        }
        return [
            milliseconds("endpoint dead, first scan (deadline 1,500 ms)", first, aim: 1600),
            milliseconds("endpoint dead, later scans beyond local, p50", dead.median - here.median, aim: 5),
            milliseconds("the same, slowest of each", dead.quantile(1) - here.quantile(1), aim: 5),
        ]
    }

    /// Lets everything that a scan has woken go to sleep, as it would between two customers.
    private func pause() {
        usleep(15_000)
    }

    private func milliseconds(_ name: String, _ duration: Duration, aim: Double? = nil) -> Figure {
        Figure(name, duration / .milliseconds(1), .milliseconds, aim: aim)
    }
}
