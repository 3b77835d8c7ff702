import Hummingbird
import HummingbirdTesting
import Testing

@testable import pos_api_sandbox

@Suite struct ExchangeTests {
    @Test func `there are exchanges, and the names in the stagings are theirs`() {
        let names = Set(Exchange.all.map(\.name))
        #expect(!names.isEmpty)
        #expect(names.isSuperset(of: Staging.needed.keys))
        #expect(names.isSuperset(of: Staging.beyond))
        #expect(names.isSuperset(of: Staging.literal))
    }

    @Test(arguments: Exchange.all.filter { !Staging.beyond.contains($0.name) })
    func `a recorded exchange happens here, too`(exchange: Exchange) async throws {
        let staging = Staging.needed[exchange.name] ?? Staging()
        let server = try Server(staging.variants, faults: staging.faults)
        let response = try await server.test { client in
            for _ in 0..<staging.times { _ = try await client.perform(exchange, staging) }
            return try await client.perform(exchange, staging)
        }
        #expect(response.status.code == exchange.status)
        guard let recorded = exchange.answer else {
            #expect(response.json == nil)
            return
        }
        let answer = try #require(response.json)
        #expect(answer.hasShape(of: recorded))
        #expect(answer["error"] == recorded["error"])
        #expect(!Staging.literal.contains(exchange.name) || answer.equals(recorded))
    }
}

extension TestClientProtocol {
    fileprivate func perform(_ exchange: Exchange, _ staging: Staging) async throws -> TestResponse {
        var headers = reference
        headers[.contentType] = exchange.mediaType
        let token = try await token(of: staging.tokenClient ?? staging.client, scope: exchange.scope)
        headers[.authorization] = "Bearer \(token)"
        let path = staging.apply(to: exchange.target)
            .replacing("client-id/sandbox/", with: "client-id/\(staging.client)/")
        let body = staging.apply(to: exchange.body)
            .replacing("client_id=sandbox&", with: "client_id=\(staging.client)&")
        return try await execute(
            uri: path, method: exchange.method, headers: headers, body: ByteBuffer(string: body))
    }
}
