/// How long to wait before what failed is tried again: a second at first, twice as long each time, a minute at most.
struct RetryPause {
    private static let longest = Duration.seconds(60)
    private var upcoming = Duration.seconds(1)

    mutating func next() -> Duration {
        defer { upcoming = min(upcoming * 2, Self.longest) }
        return upcoming
    }
}
