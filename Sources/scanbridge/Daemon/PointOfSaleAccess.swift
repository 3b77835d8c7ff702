import PointOfSale
import Scanning

/// The daemon's one client of the POS API, while the configuration asks for one, and tills' calls that go by it.
actor PointOfSaleAccess {
    /// How long a till's call may take: a person waits for it, with a customer beside them.
    private static let patience = Duration.seconds(10)

    /// What a configuration makes of the access, before it is known whether all of that configuration is taken.
    struct Plan: Sendable {
        let settings: PointOfSaleSettings?
        /// `nil` where nothing asks for the API.
        let client: PointOfSaleClient?
        let searchesAccounts: Bool
    }

    private var plan: Plan

    /// - Parameter file: the configuration's.
    init(_ configuration: Configuration, file: String) throws(CommandFailure) {
        plan = try Self.plan(configuration, file: file, after: nil)
    }

    var client: PointOfSaleClient? { plan.client }

    var searchesAccounts: Bool { plan.searchesAccounts }

    /// Reads the secret anew. The client stays where nothing of it has changed, and with it its connections and token.
    func prepare(_ configuration: Configuration, file: String) throws(CommandFailure) -> Plan {
        try Self.plan(configuration, file: file, after: plan)
    }

    /// Takes the plan. Calls by a client that it replaces fail.
    func adopt(_ next: Plan) async {
        let last = plan
        plan = next
        if last.settings != next.settings { await last.client?.shutdown() }
    }

    /// The plan is not taken.
    func dismiss(_ next: Plan) async {
        if plan.settings != next.settings { await next.client?.shutdown() }
    }

    func shutdown() async { await plan.client?.shutdown() }

    /// A till's call.
    func answer(_ call: TillCall, _ parameters: [String: CallParameter]) async -> CallOutcome {
        do throws(ParameterError) {
            let request = try PointOfSaleRequest(PointOfSaleCall(call), parameters: parameters)
            return await outcome(of: request)
        } catch {
            return CallOutcome(error)
        }
    }

    private func outcome(of request: PointOfSaleRequest) async -> CallOutcome {
        guard let client = plan.client else {
            return .failed(
                CallFailure(
                    code: "configuration",
                    message: "The POS API is not configured; ask who looks after this machine."))
        }
        do throws(PointOfSaleError) {
            return .result(
                try await client.perform(request, reference: .random(), deadline: .now + Self.patience))
        } catch {
            return CallOutcome(error)
        }
    }

    private static func plan(
        _ configuration: Configuration, file: String, after last: Plan?
    ) throws(CommandFailure) -> Plan {
        let settings =
            configuration.asksPointOfSale ? try PointOfSaleSettings(configuration, file: file) : nil
        let isSame = last.map { $0.settings == settings } ?? false
        return Plan(
            settings: settings, client: isSame ? last?.client : try settings.map(PointOfSaleClient.make),
            searchesAccounts: configuration.pointOfSaleAPI.accountSearch)
    }
}
