/// What was measured of one thing, again and again.
struct Samples {
    private(set) var durations: [Duration] = []

    mutating func add(_ duration: Duration) {
        durations.append(duration)
    }

    var median: Duration { quantile(0.5) }

    /// The smallest sample that at least this share of all samples does not exceed.
    ///
    /// - Parameter share: above 0, at most 1.
    /// - Precondition: there is a sample.
    func quantile(_ share: Double) -> Duration {
        let rank = Int((share * Double(durations.count)).rounded(.up))
        return durations.sorted()[max(rank, 1) - 1]
    }
}
