import Scanning
import Testing

@testable import PointOfSale

/// The client against exchanges that were written from the contract by hand.
@Suite struct ExchangeTests {
    private static let reference = ScanID("0123456789abcdef0123456789abcdef")

    private func settings(_ exchange: Exchange, _ server: ScriptedServer) throws -> PointOfSaleSettings {
        PointOfSaleSettings(
            address: try ServiceAddress(server.address), clientID: "sandbox",
            clientSecret: exchange.secret,
            scope: exchange.scope, interestVersion: exchange.interestVersion)
    }

    @Test func `there are exchanges of every call`() {
        let called = Set(Exchange.all.compactMap(\.call))
        #expect(called == Set(PointOfSaleCall.allCases))
    }

    @Test(arguments: Exchange.all)
    func `the client sends what the contract wants, and makes of the answer what is documented`(
        _ exchange: Exchange
    ) async throws {
        let server = try await ScriptedServer { request in
            request.path.hasSuffix("oauth/token") && exchange.call != .token ? .token : exchange.answer
        }
        let request = try PointOfSaleRequest(try #require(exchange.call), parameters: exchange.parameters)
        let client = try PointOfSaleClient(try settings(exchange, server))
        var result: JSONValue?
        var failure: PointOfSaleError?
        do throws(PointOfSaleError) {
            let reference = Self.reference ?? .random()
            result = JSONValue(
                try await client.perform(request, reference: reference, deadline: .now + .seconds(120)))
        } catch {
            failure = error
        }
        await client.shutdown()
        try expectRequest(exchange, try #require(server.requests.first { $0.path == exchange.path }))
        #expect(result == exchange.result)
        #expect(failure?.code == exchange.code)
        #expect(failure?.status == exchange.status)
        #expect(failure?.fields ?? [] == exchange.fields)
        try await server.stop()
    }

    private func expectRequest(_ exchange: Exchange, _ sent: ReceivedRequest) throws {
        #expect(sent.method == exchange.method)
        #expect(ReceivedRequest.items(sent.query) == exchange.query)
        if exchange.call == .token {
            #expect(ReceivedRequest.items(sent.text) == exchange.form)
            #expect(sent.headers["content-type"] == "application/x-www-form-urlencoded")
            #expect(sent.headers["authorization"] == nil)
        } else {
            #expect(JSONValue(sent.body) == exchange.sentBody)
            #expect(sent.headers["authorization"] == "Bearer token-1")
            #expect(sent.headers["x-reference-id"] == Self.reference?.text)
        }
        #expect(sent.headers["x-reference-id"].flatMap { ScanID($0) } != nil)
    }

    @Test(arguments: Exchange.all)
    func `no refusal's message quotes what was sent or answered`(_ exchange: Exchange) async throws {
        guard exchange.code != nil else { return }
        let server = try await ScriptedServer { request in
            request.path.hasSuffix("oauth/token") && exchange.call != .token ? .token : exchange.answer
        }
        let request = try PointOfSaleRequest(try #require(exchange.call), parameters: exchange.parameters)
        let client = try PointOfSaleClient(try settings(exchange, server))
        do throws(PointOfSaleError) {
            _ = try await client.perform(request, reference: .random(), deadline: .now + .seconds(120))
            Issue.record("this exchange ends in an error")
        } catch {
            let shown = "\(error) \(String(reflecting: error)) \(error.message)"
            for trace in ["Smith", "1974", "johndoe", "Rainbow", "20035156", "token-1", "sandbox-secret"] {
                #expect(!shown.contains(trace))
            }
        }
        await client.shutdown()
        try await server.stop()
    }

    @Test(arguments: Exchange.all.filter { $0.result != nil && $0.call != .token })
    func `no answer's description shows what it holds`(_ exchange: Exchange) throws {
        guard case .reply(let status, let body, _) = exchange.answer else { return }
        let given = HTTPReply(status: status, body: Array(body.utf8))
        let reply = try Reply(given, to: try #require(exchange.call))
        var shown = "\(given) \(reply) \(String(reflecting: reply))"
        dump(reply, to: &shown)
        for trace in ["Smith", "Anystreet", "123456789", "MITester", "4365", "1974", "14000"] {
            #expect(!shown.contains(trace))
        }
    }
}
