import Hummingbird
import HummingbirdTesting
import Testing

@testable import pos_api_sandbox

@Suite struct HTTPTests {
    @Test func `a call is answered in JSON`() async throws {
        let response = try await Server().test { try await $0.lookup(token: $0.token()) }
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "application/json")
        #expect(response.json?["customer_id"] == 43353)
    }

    @Test func `another method than the path's is not allowed, and the right one is named`() async throws {
        let response = try await Server().test {
            try await $0.execute(uri: "/flexiti/pos-api/v2.5/oauth/token", method: .get)
        }
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "POST")
    }

    @Test(arguments: ["/", "/flexiti/pos-api/v2.5/client-id/sandbox/accounts/1/verify", "/sandbox/else"])
    func `an unknown path is not_found`(path: String) async throws {
        let response = try await Server().test { try await $0.execute(uri: path, method: .get) }
        #expect(response.status == .notFound)
        #expect(response.json?["error"] == "not_found")
    }

    @Test func `a body over 64 KiB is not read`() async throws {
        let response = try await Server().test {
            try await $0.execute(
                uri: "/flexiti/pos-api/v2.5/oauth/token", method: .post,
                body: ByteBuffer(repeating: 0x20, count: SandboxResponder.mostBodyBytes + 1))
        }
        #expect(response.status == .contentTooLarge)
    }

    @Test func `an error's url is the call's`() async throws {
        let response = try await Server().test { try await $0.lookup(token: "guess") }
        #expect(response.status == .unauthorized)
        #expect(
            response.json?["url"]
                == "/flexiti/pos-api/v2.5/client-id/sandbox/customers/lookup?account_number=20035156")
    }

    @Test func `what came in can be asked for, with its answer's status`() async throws {
        let journal = try await Server().test { client in
            _ = try await client.lookup(token: client.token())
            return try await client.execute(uri: "/sandbox/requests", method: .get).json
        }
        #expect(journal?["received"] == 2)
        #expect(journal?["answers"]?["lookup"] == ["200": 1])
        #expect(
            journal?["requests"]?[0]?["body"]
                == "client_id=sandbox&client_secret=sandbox-secret&scope=merchant")
        #expect(journal?["requests"]?[1]?["operation"] == "lookup")
        #expect(journal?["requests"]?[1]?["status"] == 200)
        #expect(
            journal?["requests"]?[1]?["headers"]?["x-reference-id"] == "0123456789abcdef0123456789abcdef")
    }

    @Test func `what came in can be forgotten`() async throws {
        let journal = try await Server().test { client in
            _ = try await client.token()
            _ = try await client.execute(uri: "/sandbox/requests", method: .delete)
            return try await client.execute(uri: "/sandbox/requests", method: .get).json
        }
        #expect(journal?["requests"] == [])
    }

    @Test func `faults are set at run time, and tell what is left of them`() async throws {
        let (statuses, left) = try await Server().test { client in
            let token = try await client.token()
            _ = try await client.execute(
                uri: "/sandbox/faults", method: .put,
                body: ByteBuffer(string: #"{"faults":["lookup:409=user_not_active*1","token:500"]}"#))
            let first = try await client.lookup(token: token)
            let second = try await client.lookup(token: token)
            let left = try await client.execute(uri: "/sandbox/faults", method: .get).json
            return ([first.json?["error"], second.json?["error"]], left)
        }
        #expect(statuses == ["user_not_active", nil])
        #expect(left == ["faults": ["token:500"]])
    }

    @Test(arguments: [#"{"faults":["explode"]}"#, #"{"faults":["wrong-certificate"]}"#, "[]", ""])
    func `faults that can't be are refused, and those that were stay`(body: String) async throws {
        let (status, left) = try await Server(faults: ["drop*1"]).test { client in
            let response = try await client.execute(
                uri: "/sandbox/faults", method: .put, body: ByteBuffer(string: body))
            let left = try await client.execute(uri: "/sandbox/faults", method: .get).json
            return (response.status, left)
        }
        #expect(status == .badRequest)
        #expect(left == ["faults": ["drop*1"]])
    }

    @Test func `a malformed answer is no JSON, and says that it is`() async throws {
        let response = try await Server(faults: ["lookup:malformed"]).test {
            try await $0.lookup(token: $0.token())
        }
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "application/json")
        #expect(response.json == nil)
    }

    @Test func `a revoked token is refused, and a new one is accepted`() async throws {
        let statuses = try await Server(faults: ["lookup:revoked-token*1"]).test { client in
            let token = try await client.token()
            return [
                try await client.lookup(token: token).status, try await client.lookup(token: token).status,
                try await client.lookup(token: client.token()).status,
            ]
        }
        #expect(statuses == [.unauthorized, .unauthorized, .ok])
    }

    @Test func `a delayed answer is late, and whole`() async throws {
        let start = ContinuousClock.now
        let response = try await Server(faults: ["lookup:delay=150ms"]).test {
            try await $0.lookup(token: $0.token())
        }
        #expect(ContinuousClock.now - start >= .milliseconds(150))
        #expect(response.json?["customer_id"] == 43353)
    }

    @Test func `a slow body comes whole in the end`() async throws {
        let start = ContinuousClock.now
        let response = try await Server(faults: ["lookup:slow-body=150ms"]).test {
            try await $0.lookup(token: $0.token())
        }
        #expect(ContinuousClock.now - start >= .milliseconds(150))
        #expect(response.json?["customer_id"] == 43353)
    }

    @Test func `a PIN that was sent can be asked for`() async throws {
        let messages = try await Server().test { client in
            var headers = client.reference
            headers[.authorization] = "Bearer \(try await client.token())"
            headers[.contentType] = "application/json"
            _ = try await client.execute(
                uri: "/flexiti/pos-api/v2.5/client-id/sandbox/account/20035156/verify", method: .post,
                headers: headers, body: ByteBuffer(string: #"{"format":"sms","request_id":"r-1"}"#))
            return try await client.execute(uri: "/sandbox/messages", method: .get).json
        }
        let sent = messages?["messages"]?[0]
        #expect(messages?["messages"]?.count == 1)
        #expect(sent?["format"] == "sms")
        #expect(sent?["recipient"] == "4165552222")
        #expect(sent?["pin"] == "2485")
        #expect(sent?["request_id"] == "r-1")
    }

    @Test func `a reset puts accounts and tokens back`() async throws {
        let status = try await Server().test { client in
            let token = try await client.token()
            _ = try await client.execute(uri: "/sandbox/reset", method: .post)
            return try await client.lookup(token: token).status
        }
        #expect(status == .unauthorized)
    }
}
