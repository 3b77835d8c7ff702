import Foundation

/// A task executor of a few threads whose jobs may block. The threads last as long as the process.
final class ThreadPool: TaskExecutor {
    /// Unchecked, because `jobs` is only touched while `condition` is locked.
    private final class Queue: @unchecked Sendable {
        private let condition = NSCondition()
        private var jobs: [UnownedJob] = []

        func append(_ job: UnownedJob) {
            condition.lock()
            jobs.append(job)
            condition.signal()
            condition.unlock()
        }

        func next() -> UnownedJob {
            condition.lock()
            defer { condition.unlock() }
            while jobs.isEmpty { condition.wait() }
            return jobs.removeFirst()
        }
    }

    private let queue = Queue()

    init(threads: Int) {
        for number in 1...threads {
            let thread = Thread { [queue, executor = asUnownedTaskExecutor()] in
                while true { queue.next().runSynchronously(on: executor) }
            }
            thread.name = "end-to-end \(number)"
            thread.start()
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        queue.append(UnownedJob(job))
    }
}
