import Synchronization

/// A switch that a test turns while others look at it.
final class Switch: Sendable {
    private let value: Atomic<Bool>

    init(_ isOn: Bool) { value = Atomic(isOn) }

    var isOn: Bool {
        get { value.load(ordering: .relaxed) }
        set { value.store(newValue, ordering: .relaxed) }
    }
}
