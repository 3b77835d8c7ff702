import CLinux
import Glibc

/// The kernel's list of descriptors to watch, level-triggered: what a bounded read has left wakes the loop again.
struct Epoll: ~Copyable, Sendable {
    struct Ready {
        let descriptor: Int32
        let isHungUp: Bool
    }

    private let descriptor: Int32

    init() throws(DeviceError) {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        if descriptor < 0 { throw .io(call: "epoll_create1", path: "the device loop", errno: errno) }
    }

    deinit { Glibc.close(descriptor) }

    /// 0, or an errno value.
    func add(_ watched: Int32) -> Int32 {
        var event = epoll_event()
        event.events = EPOLLIN.rawValue
        event.data.fd = watched
        return epoll_ctl(descriptor, EPOLL_CTL_ADD, watched, &event) == 0 ? 0 : errno
    }

    func remove(_ watched: Int32) {
        epoll_ctl(descriptor, EPOLL_CTL_DEL, watched, nil)
    }

    /// Sleeps until a descriptor is ready or `deadline` has passed; without a deadline for as long as it takes.
    func wait(until deadline: ContinuousClock.Instant?) -> [Ready] {
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 64) { events in
            let count = epoll_wait(
                descriptor, events.baseAddress, Int32(events.count), timeout(until: deadline))
            // EINTR comes with a debugger only, since signals are blocked here: an empty round.
            return events.prefix(max(0, Int(count))).map { event in
                Ready(
                    descriptor: event.data.fd,
                    isHungUp: event.events & (EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0)
            }
        }
    }

    /// Whole milliseconds, rounded up, so that the deadline has passed when the sleep ends.
    private func timeout(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return -1 }
        let (seconds, attoseconds) = (deadline - .now).components
        if seconds >= 86_400 { return 86_400_000 }
        let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        return nanoseconds <= 0 ? 0 : Int32((nanoseconds + 999_999) / 1_000_000)
    }
}
