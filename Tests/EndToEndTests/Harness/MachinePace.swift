import Foundation
import Synchronization

/// How much slower than a machine of its own this one has been while a test ran.
///
/// What has a time to meet is held to it by the machine's pace: at its time alone where nothing else runs, and at as many
/// times that as a few milliseconds of work took at the worst.
final class MachinePace: Sendable {
    private struct State {
        var slowdown = 1.0
        var isOver = false
    }

    private let state = Mutex(State())

    /// Runs `body` and gives its result with the slowdown meanwhile, 1 or more.
    static func during<Result>(_ body: () throws -> Result) rethrows -> (Result, slowdown: Double) {
        let pace = MachinePace()
        Thread.detachNewThread { pace.watch() }
        defer { pace.state.withLock { $0.isOver = true } }
        let result = try body()
        return (result, pace.state.withLock { $0.slowdown })
    }

    /// Works for 2 ms of every 20, and compares what the work took with the processor's time that it got.
    private func watch() {
        while !state.withLock({ $0.isOver }) {
            Patience.pause(.milliseconds(18))
            let begin = ContinuousClock.now
            let work = Self.processorTime + .milliseconds(2)
            while Self.processorTime < work {}
            let slowdown = (ContinuousClock.now - begin) / .milliseconds(2)
            state.withLock { $0.slowdown = max($0.slowdown, slowdown) }
        }
    }

    private static var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
