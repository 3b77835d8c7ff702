import Scanning

/// Calls of the POS API: checked here, answered by whoever serves them, and given up when the till leaves.
extension TillHub {
    /// Answers tills' calls, each in a task of its own, until the task is cancelled.
    nonisolated func answerCalls(
        with answer: @escaping @Sendable (TillCall, [String: CallParameter]) async -> CallOutcome
    ) async {
        await withDiscardingTaskGroup { group in
            for await call in calls {
                group.addTask {
                    guard let outcome = await call.outcome(answer) else { return }
                    await self.settle(call, outcome)
                }
            }
            group.cancelAll()
        }
    }

    /// Hands the call on if the socket allows it and the till hasn't too many on their way.
    func begin(_ call: TillCall?, _ parameters: [String: CallParameter]?, of id: Till.ID, request: String?) {
        guard let socket = tills[id]?.socket else { return }
        guard let call, sockets[socket].settings.calls.contains(call) else {
            return refuse(.notAllowed, "this socket does not allow the call", of: id, request: request)
        }
        guard let parameters else {
            return refuse(
                .badRequest, "`params` is an object of texts, numbers, true and false", of: id,
                request: request)
        }
        guard tills[id]?.callLimiter.allows(at: now()) == true, let waiting = tills[id]?.calls.count,
            waiting < Till.callLimit
        else { return refuseRate(of: id, request: request) }
        lastCall += 1
        let (gone, leaving) = AsyncStream<Never>.makeStream()
        tills[id]?.calls[lastCall] = leaving
        callQueue.yield(
            PendingCall(
                number: lastCall, till: id, request: request, call: call, parameters: parameters, gone: gone))
    }

    /// Nobody waits for their answers any more.
    func giveUpCalls(of id: Till.ID) {
        guard let calls = tills[id]?.calls.values else { return }
        for call in calls { call.finish() }
        tills[id]?.calls = [:]
    }

    private func settle(_ call: PendingCall, _ outcome: CallOutcome) {
        guard tills[call.till]?.calls.removeValue(forKey: call.number) != nil else { return }
        send(Line(TillMessage.response(outcome, id: call.request).line()), to: call.till)
    }
}

extension PendingCall {
    /// `nil` if the till left first, or the daemon stops: then nobody waits for it.
    fileprivate func outcome(
        _ answer: @escaping @Sendable (TillCall, [String: CallParameter]) async -> CallOutcome
    ) async -> CallOutcome? {
        await withTaskGroup(of: CallOutcome?.self) { race in
            race.addTask { await answer(call, parameters) }
            race.addTask {
                for await _ in gone {}
                return nil
            }
            let first = await race.next() ?? nil
            race.cancelAll()
            return first
        }
    }
}
