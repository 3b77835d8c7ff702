import Hummingbird
import HummingbirdTesting
import Logging

@testable import pos_api_sandbox

/// A sandbox behind HTTP, without a socket.
struct Server {
    let application: Application<SandboxResponder>

    init(_ variants: Variants = .sample, faults: [String] = []) throws {
        let api = StandInAPI(seed: try .builtIn(), variants: variants, tokenLife: .seconds(1200))
        let sandbox = Sandbox(
            api, faults: FaultPlan(try faults.map { text throws(FaultError) in try Fault(text) }))
        var logger = Logger(label: "sandbox")
        logger.logLevel = .critical
        application = Application(responder: SandboxResponder(sandbox: sandbox), logger: logger)
    }

    func test<Value>(_ body: @Sendable (any TestClientProtocol) async throws -> Value) async throws -> Value {
        try await application.test(.router, body)
    }
}

extension TestClientProtocol {
    var reference: HTTPFields { [.init("x-reference-id")!: "0123456789abcdef0123456789abcdef"] }

    func token(of client: String = "sandbox", scope: String = "merchant") async throws -> String {
        var headers = reference
        headers[.contentType] = "application/x-www-form-urlencoded"
        let response = try await execute(
            uri: "/flexiti/pos-api/v2.5/oauth/token", method: .post, headers: headers,
            body: ByteBuffer(string: "client_id=\(client)&client_secret=sandbox-secret&scope=\(scope)"))
        return response.json?["access_token"]?.string ?? ""
    }

    /// A lookup of the documentation's account.
    func lookup(token: String) async throws -> TestResponse {
        var headers = reference
        headers[.authorization] = "Bearer \(token)"
        return try await execute(
            uri: "/flexiti/pos-api/v2.5/client-id/sandbox/customers/lookup?account_number=20035156",
            method: .get, headers: headers)
    }
}

extension TestResponse {
    var json: JSON? { JSON(reading: body.readableBytesView) }
}
