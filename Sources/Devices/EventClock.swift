import Glibc

/// Tells when an event happened: the kernel's time of it on this process's clock.
struct EventClock {
    let now = ContinuousClock.now
    private let monotonic: Duration

    init() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        monotonic = .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// - Parameter time: An event's, of a device that gives the time of `CLOCK_MONOTONIC`.
    func instant(of time: timeval) -> ContinuousClock.Instant {
        let age = monotonic - .seconds(time.tv_sec) - .microseconds(time.tv_usec)
        // Not later than now, however long it took to read the two clocks one after the other.
        return now - max(.zero, age)
    }
}
