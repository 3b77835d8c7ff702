import Glibc

/// How long a test waits for what must happen: long enough for a busy machine, since nothing is measured by it.
struct Patience {
    static let usual = Duration.seconds(20)

    private let deadline: ContinuousClock.Instant

    init(_ limit: Duration = Self.usual) {
        deadline = .now + limit
    }

    var isOver: Bool { ContinuousClock.now >= deadline }

    /// What is left, for poll(2).
    private var milliseconds: Int32 {
        max(0, Int32((deadline - .now) / .milliseconds(1)))
    }

    func wait(_ events: Int32, _ descriptor: Int32) -> Bool { wait(events, [descriptor]) }

    /// Waits until one of the descriptors is ready; false once patience is over.
    func wait(_ events: Int32, _ descriptors: [Int32]) -> Bool {
        var requests = descriptors.map { pollfd(fd: $0, events: Int16(events), revents: 0) }
        while true {
            let ready = poll(&requests, nfds_t(requests.count), milliseconds)
            if ready > 0 { return true }
            if ready == 0 || errno != EINTR { return false }
        }
    }

    /// Waits for what no descriptor tells of; false once patience is over.
    func wait(until isSo: () throws -> Bool) rethrows -> Bool {
        while try !isSo() {
            if isOver { return false }
            usleep(5_000)
        }
        return true
    }

    /// Lets time pass where a quiet line is what the test is about.
    static func pause(_ time: Duration) {
        usleep(useconds_t(time / .microseconds(1)))
    }
}
