/// How long a till waits when the POS API fails, whatever its way of failing.
struct FaultBenchmark {
    /// As `docs/sandbox.md` names them.
    private static let faults = [
        "drop", "401", "409=wrong_inputs", "500", "503", "malformed", "delay=20s", "slow-body=20s",
        "revoked-token*1", "delay=200ms",
    ]
    private static let scanners = 8

    let executable: String
    let api: StandInAPI
    let workplace: Workplace
    /// The daemon's, with a deadline of 1,500 ms.
    let configuration: String

    /// Each fault meets a daemon that has not met another, and 32 scans at once.
    func run() throws(BenchError) -> [Figure] {
        var slowest = Duration.zero
        for fault in Self.faults {
            let crowd = try Crowd(
                of: Self.scanners, executable: executable, in: workplace, configuration: configuration)
            try api.fail(by: ["driverslicense:\(fault)"])
            slowest = max(slowest, try crowd.scanAtOnce().quantile(1))
            try api.fail(by: [])
        }
        return [
            Figure(
                "ten faults in turn, 32 scans at once, slowest (deadline 1,500 ms)",
                slowest / .milliseconds(1), .milliseconds, aim: 1600)
        ]
    }
}
