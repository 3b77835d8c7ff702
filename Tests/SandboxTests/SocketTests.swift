import ArgumentParser
import AsyncHTTPClient
import FoundationEssentials
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOSSL
import ServiceLifecycle
import Testing

@testable import pos_api_sandbox

/// Over real sockets, with the sandbox that the command line would make.
@Suite struct SocketTests {
    @Test func `the announced address is open, on a port that was free`() async throws {
        let status = try await serve(["--port", "0"]) { address, client in
            try await client.get("\(address)/v2.5/client-id/sandbox/customers/lookup").status
        }
        #expect(status == .unauthorized)
    }

    @Test func `it listens on a Unix socket`() async throws {
        let path = "/tmp/pos-api-sandbox-\(UInt64.random(in: 0 ... .max)).sock"
        let (address, status) = try await serve(["--unix", path]) { address, client in
            let escaped = path.replacing("/", with: "%2F")
            return (address, try await client.get("http+unix://\(escaped)/sandbox/faults").status)
        }
        #expect(address == "http+unix:\(path)")
        #expect(status == .ok)
    }

    @Test func `it serves TLS with the given certificate`() async throws {
        let (address, status) = try await serve(["--port", "0"] + Self.tls) { address, client in
            (address, try await client.get("\(address)/v2.5/oauth/token").status)
        }
        #expect(address.hasPrefix("https://127.0.0.1:"))
        #expect(status == .methodNotAllowed)
    }

    @Test func `the wrong certificate is refused by a client, and the next handshake is right`() async throws
    {
        let arguments = ["--port", "0", "--fault", "wrong-certificate*1"] + Self.tls
        let (isRefused, status) = try await serve(arguments) { address, client in
            let isRefused: Bool
            do {
                _ = try await client.get("\(address)/v2.5/oauth/token")
                isRefused = false
            } catch is NIOSSLError {
                isRefused = true
            }
            return (isRefused, try await client.get("\(address)/v2.5/oauth/token").status)
        }
        #expect(isRefused)
        #expect(status == .methodNotAllowed)
    }

    @Test func `a dropped connection has no answer`() async throws {
        let error = try await serve(["--port", "0", "--fault", "lookup:drop"]) { address, client in
            await #expect(throws: HTTPClientError.self) {
                try await client.get("\(address)/v2.5/client-id/sandbox/customers/lookup")
            }
        }
        #expect(error == .remoteConnectionClosed)
    }

    @Test(arguments: [
        ["--tls-cert", "x"], ["--fault", "wrong-certificate"], ["--port", "70000"], ["--variants", "old"],
        ["--token-life", "1"], ["--fault", "explode"],
    ])
    func `arguments that can't be are refused`(arguments: [String]) {
        #expect(throws: (any Error).self) { try SandboxOptions.parse(arguments) }
    }

    @Test(arguments: [
        ["--tls-cert", "/etc/hostname", "--tls-key", "/etc/hostname"], ["--seed", "/nonexistent"],
    ])
    func `files that can't be used are a failure of configuration`(arguments: [String]) throws {
        let options = try SandboxOptions.parse(arguments)
        let failure = #expect(throws: SandboxFailure.self) { try options.application { _ in } }
        #expect(failure?.status == SandboxFailure.configuration)
    }

    private static let certificate = fixture("localhost.pem")
    private static let tls = ["--tls-cert", certificate, "--tls-key", fixture("localhost.key.pem")]

    private static func fixture(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/tls/\(name)").path
    }

    /// Runs the sandbox for as long as the body takes.
    private func serve<Value: Sendable>(
        _ arguments: [String], _ body: @Sendable (String, HTTPClient) async throws -> Value
    ) async throws -> Value {
        let (addresses, announce) = AsyncStream<String>.makeStream()
        let application = try SandboxOptions.parse(arguments).application { announce.yield($0) }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [ServiceGroupConfiguration.ServiceConfiguration(service: application)],
                logger: application.logger))
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .file(Self.certificate)
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        // A failed handshake is to be seen, not made up for.
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(configuration: configuration)
        let result = try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let address = try #require(await addresses.first { _ in true })
            let result: Result<Value, any Error>
            do {
                result = .success(try await body(address, client))
            } catch {
                result = .failure(error)
            }
            try await client.shutdown()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return result
        }
        return try result.get()
    }
}

extension HTTPClient {
    fileprivate func get(_ url: String) async throws -> HTTPClientResponse {
        try await execute(HTTPClientRequest(url: url), timeout: .seconds(30))
    }
}
