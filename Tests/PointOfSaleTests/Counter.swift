import Synchronization

/// Counts what happens anywhere.
final class Counter: Sendable {
    private let value = Atomic(0)

    /// One more; the first is 1.
    func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}
