import CLibevdev
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

    /// - Parameter event: Of a device that gives the time of `CLOCK_MONOTONIC`.
    func instant(of event: input_event) -> ContinuousClock.Instant {
        let time = Duration.seconds(event.time.tv_sec) + .microseconds(event.time.tv_usec)
        // Not later than now, however long it took to read the two clocks one after the other.
        return now - max(.zero, monotonic - time)
    }
}
