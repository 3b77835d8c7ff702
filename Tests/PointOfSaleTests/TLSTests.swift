import PointOfSale
import Testing

/// Whom a client trusts.
@Suite struct TLSTests {
    @Test func `an authority that is named is trusted`() async throws {
        try await ServedClient.with(certificate: "server", authorities: "authority") { _ in
            ServedClient.details
        } _: { client, server in
            #expect(await client.error(.lookup, ServedClient.account) == nil)
            #expect(server.scheme == "https")
        }
    }

    @Test func `an authority that is not named is not trusted`() async throws {
        try await ServedClient.with(certificate: "server") { _ in
            ServedClient.details
        } _: { client, server in
            #expect(await client.error(.lookup, ServedClient.account)?.code == "tls")
            #expect(server.requests.isEmpty)
        }
    }

    @Test(arguments: ["another", "stranger"])
    func `another host's certificate and a self-signed one are refused`(_ certificate: String) async throws {
        try await ServedClient.with(certificate: certificate, authorities: "authority") { _ in
            ServedClient.details
        } _: { client, server in
            #expect(await client.error(.lookup, ServedClient.account)?.code == "tls")
            #expect(server.requests.isEmpty)
        }
    }

    @Test func `an authorities' file that is none is the configuration's fault`() throws {
        let settings = PointOfSaleSettings(
            address: try ServiceAddress("https://posapi.example"), clientID: "a", clientSecret: Secret("b"),
            authoritiesFile: "/nonexistent.pem")
        #expect(throws: PointOfSaleError.self) { try PointOfSaleClient(settings) }
    }
}
