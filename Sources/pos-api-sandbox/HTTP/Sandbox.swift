import Synchronization

/// What the server's connections share: the API, what is to go wrong, and what came in.
///
/// Each part has a lock of its own, held for as long as a value takes to change and never over a wait.
final class Sandbox: Sendable {
    private let api: Mutex<StandInAPI>
    private let plan: Mutex<FaultPlan>
    private let received = Mutex(Journal())
    /// As it was at the start.
    private let initial: StandInAPI
    /// Whether handshakes can go wrong.
    let hasTLS: Bool

    init(_ api: StandInAPI, faults: FaultPlan = FaultPlan(), hasTLS: Bool = false) {
        initial = api
        self.hasTLS = hasTLS
        self.api = Mutex(api)
        plan = Mutex(faults)
    }

    /// The API's answer to a call, or the one that a fault has for it.
    func answer(_ call: Call, _ fault: Fault.Kind?) -> Answer {
        api.withLock { api in
            switch fault {
            case .status(let status, let code):
                return Refusal(status: status, demanded: code).answer(to: call.target, api.variants)
            case .revokedToken: api.tokens.revokeAll()
            case .delay, .drop, .malformed, .slowBody, .wrongCertificate, nil: break
            }
            return api.answer(call, at: .now)
        }
    }

    var messages: [SentMessage] { api.withLock { $0.messages } }

    /// Accounts, tokens and messages as at the start.
    func reset() {
        api.withLock { $0 = initial }
    }

    // MARK: Faults

    var faults: [Fault] { plan.withLock { $0.faults } }

    func replaceFaults(_ faults: [Fault]) {
        plan.withLock { $0 = FaultPlan(faults) }
    }

    func nextFault(for operation: Operation) -> Fault.Kind? {
        plan.withLock { $0.next(for: operation) }
    }

    func nextHandshakeIsWrong() -> Bool {
        plan.withLock { $0.nextHandshakeIsWrong() }
    }

    // MARK: What came in

    var journal: Journal { received.withLock { $0 } }

    /// The entry's number.
    func note(_ call: Call, method: String, headers: [JSON.Member]) -> Int {
        received.withLock { $0.note(call, method: method, headers: headers) }
    }

    func note(_ answer: Answer, of number: Int, _ operation: Operation) {
        received.withLock { $0.note(answer.status, of: number, operation) }
    }

    func clearJournal() {
        received.withLock { $0.clear() }
    }
}

extension Refusal {
    /// A fault's: the contract's code for the status, where the fault names none.
    fileprivate init(status: Int, demanded code: String?) {
        let message = "This fault was asked for."
        switch (status, code) {
        case (_, let code?): self.init(status: status, code: code, message: message)
        case (400, nil): self.init(status: status, code: "invalid_request", message: message)
        case (401, nil): self = .invalidToken
        case (403, nil): self = .insufficientScope
        case (404, nil): self = .notFound
        default: self.init(status: status, code: "general_error", message: message)
        }
    }
}
