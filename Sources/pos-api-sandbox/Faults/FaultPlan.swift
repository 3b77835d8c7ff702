/// Which faults are to happen.
struct FaultPlan: Sendable {
    private(set) var faults: [Fault]

    init(_ faults: [Fault] = []) {
        self.faults = faults
    }

    /// What happens to a call: the first fault that is meant for its operation, and one less of it to come.
    mutating func next(for operation: Operation) -> Fault.Kind? {
        take { $0.kind != .wrongCertificate && ($0.operation == nil || $0.operation == operation) }
    }

    /// Whether a handshake gets the wrong certificate.
    mutating func nextHandshakeIsWrong() -> Bool {
        take { $0.kind == .wrongCertificate } != nil
    }

    private mutating func take(where matches: (Fault) -> Bool) -> Fault.Kind? {
        guard let index = faults.firstIndex(where: matches) else { return nil }
        let kind = faults[index].kind
        if let count = faults[index].count {
            faults[index].count = count - 1
            if count == 1 { faults.remove(at: index) }
        }
        return kind
    }
}
