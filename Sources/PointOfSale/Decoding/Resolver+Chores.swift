import Scanning

extension Resolver {
    /// How long before a scan would have to wait for a token the next one is asked for.
    private static let tokenLead = Duration.seconds(30)
    /// How long a chore may take: nobody waits for it.
    private static let choreDeadline = Duration.seconds(5)

    /// How long a connection surely stays open without use.
    private static let idleTime = Duration.seconds(20)

    /// Does what no customer shall wait for, until the task is cancelled: keeps a token at hand, opens a connection when a
    /// scan begins, and tries a dead endpoint again.
    public func run() async {
        await withDiscardingTaskGroup { group in
            var timer: ContinuousClock.Instant?
            chore.yield()
            for await _ in chores {
                guard let due = await doChores() else { continue }
                if let timer, timer > .now, timer <= due { continue }
                timer = due
                let chore = chore
                group.addTask {
                    try? await Task.sleep(until: due)
                    chore.yield()
                }
            }
        }
    }

    /// Tells that a scan has begun, whose licence will be asked about in a moment.
    public nonisolated func expectScan() {
        chore.yield()
    }

    /// - Returns: when there is something to do again; `nil` while there is nothing.
    private func doChores() async -> ContinuousClock.Instant? {
        guard settings.mode != .local, let client else { return nil }
        let now = ContinuousClock.now
        let deadline = now + Self.choreDeadline
        if let trialAt = breaker.trialAt {
            guard breaker.beginTrial(at: now) else { return trialAt }
            await tryAgain(client, by: deadline)
            return breaker.trialAt ?? now
        }
        do throws(PointOfSaleError) {
            let due = try await client.renewToken(lead: Self.tokenLead, deadline: deadline)
            if now - lastAnswer > Self.idleTime {
                try await client.touch(deadline: deadline)
                noteAnswer()
            }
            return max(due, now + .seconds(1))
        } catch {
            if error.isUnavailable { noteFailure(error) }
            return breaker.trialAt
        }
    }

    /// Asks about a licence of nobody: only the call that scans need tells whether they would be answered.
    private func tryAgain(_ client: PointOfSaleClient, by deadline: ContinuousClock.Instant) async {
        do throws(PointOfSaleError) {
            _ = try await client.applicant(of: Self.example, reference: .random(), deadline: deadline)
            noteAnswer()
        } catch {
            if error.isUnavailable { noteFailure(error) } else { noteAnswer() }
        }
    }

    /// A made-up licence; the names, number and address are those of the standard's printed example.
    ///
    /// Source: AAMVA DL/ID Card Design Standard (2010), Annex D.13, in the shape of Ontario's cards.
    private static let example = Array(
        ("@\n\u{1E}\rANSI 636012030001DL00310104DLDCSSAMPLE\nDACMICHAEL\nDADJOHN\nDBB19860606\nDBA20340606\n"
            + "DAG1 MAIN STREET\nDAITORONTO\nDAJON\nDAKM5J 2H7\nDAQS00000000860606\nDCGCAN\r").utf8)
}
