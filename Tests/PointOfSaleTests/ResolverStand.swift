import Scanning

@testable import PointOfSale

/// A resolver, its client and the endpoint that they ask, for one test.
struct ResolverStand {
    let server: ScriptedServer
    let resolver: Resolver
    let log: LogLines

    /// Runs a test with a resolver of an endpoint that answers token requests by `token` and everything else by `script`.
    ///
    /// - Parameter deadline: of each scan; by default none that a test on a busy machine could miss.
    static func with(
        mode: DecodeMode = .remote, deadline: Duration = .seconds(120), rest: Duration = .seconds(60),
        token: ScriptedAnswer = .token,
        _ script: @escaping ScriptedServer.Script,
        _ test: (ResolverStand) async throws -> Void
    ) async throws {
        try await ServedClient.with(token: token, script) { client, server in
            let log = LogLines()
            let settings = ResolverSettings(mode: mode, deadline: deadline, searchDeadline: .seconds(120))
            let breaker = CircuitBreaker(rest: rest, longestRest: max(rest, .seconds(60)))
            let resolver = Resolver(settings, client: client, breaker: breaker, log: log.logger)
            try await test(ResolverStand(server: server, resolver: resolver, log: log))
        }
    }
}
