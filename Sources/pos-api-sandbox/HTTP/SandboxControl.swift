import Hummingbird

/// The sandbox's own paths: what tests and developers ask of it at run time.
///
/// Source: `docs/sandbox.md`, "Control".
struct SandboxControl {
    let sandbox: Sandbox

    func answer(_ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]) -> Answer {
        switch (path, method) {
        case ("/sandbox/faults", .get): faults
        case ("/sandbox/faults", .put): setFaults(body)
        case ("/sandbox/requests", .get): Answer(body: sandbox.journal.json)
        case ("/sandbox/requests", .delete): clearRequests()
        case ("/sandbox/messages", .get): messages
        case ("/sandbox/reset", .post): reset()
        default:
            Answer(status: 404, body: ["error": "not_found", "message": "docs/sandbox.md has the paths."])
        }
    }

    private var faults: Answer {
        Answer(body: ["faults": .array(sandbox.faults.map { .string($0.description) })])
    }

    /// Takes `{"faults":["driverslicense:500*3"]}` in place of what was to go wrong, or nothing of it.
    private func setFaults(_ body: [UInt8]) -> Answer {
        guard case .array(let items)? = JSON(reading: body)?["faults"] else {
            return Self.refusal(#"send {"faults": ["driverslicense:500*3"]}"#)
        }
        var faults: [Fault] = []
        for item in items {
            do throws(FaultError) {
                let fault = try Fault(item.string ?? item.written)
                guard fault.kind != .wrongCertificate || sandbox.hasTLS else {
                    return Self.refusal("\(fault): start the sandbox with --tls-cert and --tls-key")
                }
                faults.append(fault)
            } catch {
                return Self.refusal(error.description)
            }
        }
        sandbox.replaceFaults(faults)
        return self.faults
    }

    private static func refusal(_ message: String) -> Answer {
        Answer(status: 400, body: ["error": "bad_fault", "message": .string(message)])
    }

    private func clearRequests() -> Answer {
        sandbox.clearJournal()
        return Answer(body: [:])
    }

    private var messages: Answer {
        Answer(body: [
            "messages": .array(
                sandbox.messages.map {
                    [
                        "format": .string($0.format), "recipient": .string($0.recipient),
                        "pin": .string($0.pin), "request_id": .string($0.requestID),
                    ]
                })
        ])
    }

    private func reset() -> Answer {
        sandbox.reset()
        return Answer(body: [:])
    }
}
