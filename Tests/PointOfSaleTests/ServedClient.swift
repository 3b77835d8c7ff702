import PointOfSale
import Scanning

/// A client and its server, for one test.
enum ServedClient {
    static let account: [String: CallParameter] = ["account_number": .text("20035156")]
    static let details = ScriptedAnswer.reply(body: #"{"account_number":20035156,"customer_id":43353}"#)

    /// Runs a test with a client of a server that answers token requests itself and everything else by `script`.
    ///
    /// - Parameters:
    ///   - certificate: the server's, of `Tests/Fixtures/certificates`; none: plain HTTP.
    ///   - authorities: what the client trusts beside the system's.
    static func with(
        certificate: String? = nil, authorities: String? = nil, token: ScriptedAnswer = .token,
        _ script: @escaping ScriptedServer.Script,
        _ test: (PointOfSaleClient, ScriptedServer) async throws -> Void
    ) async throws {
        let server = try await ScriptedServer(certificate: certificate) { request in
            request.path.hasSuffix("oauth/token") ? token : script(request)
        }
        let client = try PointOfSaleClient(.test(server, authorities: authorities))
        do {
            try await test(client, server)
        } catch {
            await client.shutdown()
            throw error
        }
        await client.shutdown()
        try await server.stop()
    }
}
