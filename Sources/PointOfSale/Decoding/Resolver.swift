public import AAMVA
public import Logging
public import Scanning

/// Turns a licence's record into an applicant: by the endpoint, by the local decode, or by both.
///
/// It never throws: a customer is waiting, so the answer is an applicant or the reason why there is none, and it is there
/// by the deadline whatever the endpoint does.
///
/// Whom a customer waits for asks the endpoint only while it is known to answer. Once it didn't, `run` tries it again with
/// a licence of nobody, and scans are decoded locally meanwhile.
public actor Resolver {
    private(set) var settings: ResolverSettings
    private(set) var client: PointOfSaleClient?
    let log: Logger
    var breaker: CircuitBreaker
    /// Since when the endpoint is what `breaker` says.
    private var changed = ContinuousClock.now { didSet { stateChange.yield(state) } }
    /// When the endpoint last answered anything; long ago at first.
    private(set) var lastAnswer = ContinuousClock.now - .seconds(3600)
    /// Why the endpoint was last found not to answer.
    private(set) var lastFailure = PointOfSaleError(.unreachable)
    /// What the endpoint is, and then each change. For one who listens.
    public nonisolated let states: AsyncStream<EndpointState>
    private let stateChange: AsyncStream<EndpointState>.Continuation
    let (chores, chore) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    /// - Parameters:
    ///   - client: what asks the endpoint; needed in every mode but `local`, and for account searches.
    ///   - breaker: when a dead endpoint is tried again.
    public init(
        _ settings: ResolverSettings, client: PointOfSaleClient? = nil,
        breaker: CircuitBreaker = CircuitBreaker(),
        log: Logger
    ) {
        precondition(settings.mode == .local || client != nil, "an endpoint is asked through a client")
        self.settings = settings
        self.client = client
        self.breaker = breaker
        self.log = log
        (states, stateChange) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        stateChange.yield(settings.mode == .local ? .off : .up(since: changed))
    }

    /// Takes new settings and a new client, for every scan from now on. The old client is the caller's to shut down.
    ///
    /// Nothing is known yet of what the new one asks, so it is asked.
    public func update(_ settings: ResolverSettings, client: PointOfSaleClient?) {
        precondition(settings.mode == .local || client != nil, "an endpoint is asked through a client")
        let isOther = settings.mode != self.settings.mode || !breaker.isClosed
        self.settings = settings
        breaker.succeed()
        if isOther { changed = .now }
        self.client = client
        chore.yield()
    }

    public var state: EndpointState {
        guard settings.mode != .local else { return .off }
        return breaker.isClosed ? .up(since: changed) : .down(since: changed)
    }

    /// The applicant of a scan.
    ///
    /// - Parameters:
    ///   - scan: its id goes with whatever is asked for it.
    ///   - today: the day that warnings go by.
    ///   - readAt: when its last byte came; the deadline counts from here.
    public func resolve(
        _ record: Record, scan: ScanID, today: Today, readAt: ContinuousClock.Instant
    ) async -> Resolution {
        let settings = settings
        guard settings.mode != .local, let client else {
            return ApplicantReading.resolve(
                record, settings: settings.applicant, today: today, document: settings.givesDocuments)
        }
        do throws(PointOfSaleError) {
            let answer = try await ask(client, record, scan: scan, by: readAt + settings.deadline)
            return ApplicantReading.resolve(
                record, endpoint: answer, settings: settings.applicant, today: today,
                document: settings.givesDocuments)
        } catch {
            guard settings.mode == .remote else { return .failed(error.scanFailure) }
            let local = ApplicantReading.resolve(
                record, settings: settings.applicant, today: today, document: settings.givesDocuments)
            return local.standing(in: error)
        }
    }

    /// The accounts of an applicant, as the JSON list of customers/search; an empty one where nobody was found.
    ///
    /// - Throws: also what the applicant lacks for a search (`missing_field`).
    public func accounts(of applicant: Applicant, scan: ScanID) async throws(PointOfSaleError) -> [UInt8] {
        guard let client else { throw PointOfSaleError(.configuration) }
        guard breaker.isClosed else { throw lastFailure }
        let request: PointOfSaleRequest
        do throws(ParameterError) {
            request = try .search(for: applicant)
        } catch {
            throw PointOfSaleError(
                code: "missing_field",
                message: "The licence does not give what an account search needs; search by hand.",
                fields: [error.parameter])
        }
        return try await client.perform(request, reference: scan, deadline: .now + settings.searchDeadline)
    }

    private func ask(
        _ client: PointOfSaleClient, _ record: Record, scan: ScanID, by deadline: ContinuousClock.Instant
    ) async throws(PointOfSaleError) -> EndpointAnswer {
        guard breaker.isClosed else { throw lastFailure }
        // A scan that had to wait for the one before it says nothing of the endpoint.
        let isFair = deadline - .now > settings.deadline / 2
        do throws(PointOfSaleError) {
            let given = try await client.applicant(
                of: record.redactedPayload, reference: scan, deadline: deadline)
            noteAnswer()
            guard let answer = EndpointAnswer(given, nameCase: settings.applicant.nameCase) else {
                throw PointOfSaleError(.malformedReply, status: 200)
            }
            return answer
        } catch {
            if error.isUnavailable, error.status != 200, isFair { noteFailure(error) }
            throw error
        }
    }

    // MARK: Endpoint

    func noteAnswer() {
        let wasDown = !breaker.isClosed
        breaker.succeed()
        lastAnswer = .now
        guard wasDown else { return }
        changed = .now
        log.notice("the POS API answers again")
    }

    func noteFailure(_ error: PointOfSaleError) {
        let wasUp = breaker.isClosed
        lastFailure = error
        breaker.fail(at: .now)
        guard wasUp, !breaker.isClosed else { return }
        changed = .now
        log.warning(
            "\(error.message) Licences are decoded without it meanwhile.", metadata: ["code": "\(error.code)"]
        )
        chore.yield()
    }
}
