/// What sixty-four scanners at full speed on one daemon cost, beside one scanner on another.
struct CrowdBenchmark {
    private static let scanners = 64
    /// Bursts of the one and of the many: as many licences of each.
    private static let bursts = (one: 640, many: 10)

    let executable: String
    let workplace: Workplace

    func run() throws(BenchError) -> [Figure] {
        let one = try measure(Crowd(of: 1, executable: executable, in: workplace), bursts: Self.bursts.one)
        let many = try measure(
            Crowd(of: Self.scanners, executable: executable, in: workplace), bursts: Self.bursts.many)
        let memory = (many.resident - one.resident) / Double(Self.scanners - 1)
        return [
            Figure("processor time a scan, one scanner", one.processor / .microseconds(1), .microseconds),
            Figure("processor time a scan, 64 at once", many.processor / .microseconds(1), .microseconds),
            Figure("ratio of these two", many.processor / one.processor, .times, aim: 1.5),
            Figure(
                "four scans in a row, one scanner, p50", one.samples.median / .milliseconds(1), .milliseconds),
            Figure("the same, 64 at once, p50", many.samples.median / .milliseconds(1), .milliseconds),
            Figure(
                "the same, 64 at once, p99", many.samples.quantile(0.99) / .milliseconds(1), .milliseconds),
            Figure("resident memory for each further scanner", memory / 1000, .kilobytes),
        ]
    }

    private func measure(
        _ crowd: Crowd, bursts: Int
    ) throws(BenchError) -> (samples: Samples, processor: Duration, resident: Double) {
        // What is needed once, such as tables that are made at their first use, is no scan's cost.
        _ = try crowd.scanAtOnce()
        let before = try crowd.processorTime()
        var samples = Samples()
        for _ in 0..<bursts {
            for duration in try crowd.scanAtOnce().durations { samples.add(duration) }
        }
        let processor = try crowd.processorTime() - before
        return (samples, processor / samples.durations.count, try crowd.resident())
    }
}
