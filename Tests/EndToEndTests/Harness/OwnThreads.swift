import Testing

/// Runs each test on a thread of a small pool of the suite's own.
///
/// These tests wait in system calls, as a till does. On the cooperative pool they would hold up the asynchronous tests
/// of the other targets, which share the process. The pool's size also bounds how many daemons run at once.
struct OwnThreads: SuiteTrait, TestTrait, TestScoping {
    private static let pool = ThreadPool(threads: 6)

    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(Self.pool) { try await function() }
    }
}

extension Trait where Self == OwnThreads {
    static var ownThreads: Self { OwnThreads() }
}
