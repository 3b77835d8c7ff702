/// How long the daemon takes from its start to its first hello at a till, with a scanner to open on the way.
struct StartBenchmark {
    private static let starts = 20
    private static let aim = 50.0

    let daemon: Bridge.Carrier
    let workplace: Workplace

    func run() throws(BenchError) -> [Figure] {
        var samples = Samples()
        for _ in 0..<Self.starts {
            samples.add(try Bridge(daemon, in: workplace).greeting)
        }
        return [
            Figure("start to hello, median", samples.median / .milliseconds(1), .milliseconds, aim: Self.aim),
            Figure("start to hello, slowest", samples.quantile(1) / .milliseconds(1), .milliseconds),
        ]
    }
}
