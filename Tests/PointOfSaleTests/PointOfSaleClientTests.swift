import PointOfSale
import Scanning
import Testing

/// A client and a server that misbehaves.
@Suite struct PointOfSaleClientTests {
    // MARK: Tokens

    @Test func `a token and a connection serve many calls`() async throws {
        try await ServedClient.with { _ in
            ServedClient.details
        } _: { client, server in
            for _ in 0..<5 { _ = try await client.perform(.lookup, ServedClient.account) }
            #expect(server.requests(to: "oauth/token").count == 1)
            #expect(server.requests(to: "lookup").count == 5)
            // One may be opened while the last is on its way back to the pool.
            #expect(server.connections <= 2)
        }
    }

    @Test func `a 401 is tried once more with a new token`() async throws {
        let tokens = Counter()
        let server = try await ScriptedServer { request in
            guard !request.path.hasSuffix("oauth/token") else {
                return .reply(body: #"{"access_token":"token-\#(tokens.next())","expires_in":1200}"#)
            }
            return request.headers["authorization"] == "Bearer token-2"
                ? ServedClient.details : .reply(status: 401, body: #"{"error":"invalid_token"}"#)
        }
        let client = try PointOfSaleClient(.test(server))
        let error = await client.error(.lookup, ServedClient.account)
        await client.shutdown()
        #expect(error == nil)
        #expect(server.requests(to: "lookup").count == 2)
        #expect(server.requests(to: "lookup").map { $0.headers["x-reference-id"] }.count { $0 != nil } == 2)
    }

    @Test func `a second 401 is the end`() async throws {
        try await ServedClient.with { _ in
            .reply(status: 401, body: "{}")
        } _: { client, server in
            #expect(await client.error(.close, ServedClient.account)?.code == "unauthorized")
            #expect(server.requests(to: "close").count == 2)
            #expect(server.requests(to: "oauth/token").count == 2)
        }
    }

    @Test func `a token's path that isn't there is a matter of the address, not of the credentials`()
        async throws
    {
        try await ServedClient.with(token: .reply(status: 404, body: "{}")) { _ in
            ServedClient.details
        } _: { client, _ in
            #expect(await client.error(.close, ServedClient.account)?.code == "unreachable")
        }
    }

    @Test func `refused credentials say what to check, and not the secret`() async throws {
        let token = ScriptedAnswer.reply(
            status: 400, body: #"{"error":"invalid_client","message":"sandbox-secret"}"#)
        try await ServedClient.with(token: token) { _ in
            ServedClient.details
        } _: { client, server in
            let error = await client.error(.lookup, ServedClient.account)
            #expect(error?.code == "unauthorized")
            #expect(error?.message.contains("pos_api.client_id") == true)
            #expect(error?.message.contains("sandbox-secret") == false)
            #expect(server.requests(to: "lookup").isEmpty)
        }
    }

    @Test func `a token that is no header's text is malformed`() async throws {
        try await ServedClient.with(token: .reply(body: #"{"access_token":"a\r\nb: c"}"#)) { _ in
            ServedClient.details
        } _: { client, _ in
            #expect(await client.error(.lookup, ServedClient.account)?.code == "malformed_reply")
        }
    }

    // MARK: Time

    @Test func `silence ends at the deadline`() async throws {
        try await ServedClient.with { _ in
            .silence
        } _: { client, _ in
            let start = ContinuousClock.now
            #expect(
                await client.error(.lookup, ServedClient.account, within: .milliseconds(300))?.code
                    == "timeout")
            #expect(ContinuousClock.now - start < .seconds(60))
        }
    }

    @Test func `a body that stalls ends at the deadline`() async throws {
        try await ServedClient.with { _ in
            .stall(body: #"{"account_number":2003"#)
        } _: { client, _ in
            #expect(
                await client.error(.lookup, ServedClient.account, within: .milliseconds(300))?.code
                    == "timeout")
        }
    }

    @Test func `a token that stalls ends at the deadline`() async throws {
        try await ServedClient.with(token: .silence) { _ in
            ServedClient.details
        } _: { client, _ in
            #expect(
                await client.error(.lookup, ServedClient.account, within: .milliseconds(300))?.code
                    == "timeout")
        }
    }

    @Test func `after a call that timed out the next one is answered`() async throws {
        let isSilent = Switch(true)
        try await ServedClient.with { _ in
            isSilent.isOn ? .silence : ServedClient.details
        } _: { client, _ in
            _ = await client.error(.lookup, ServedClient.account, within: .milliseconds(200))
            isSilent.isOn = false
            #expect(await client.error(.lookup, ServedClient.account) == nil)
        }
    }

    @Test func `a cancelled call is given up at once`() async throws {
        try await ServedClient.with { _ in
            .silence
        } _: { client, server in
            let call = Task { await client.error(.lookup, ServedClient.account) }
            while server.requests(to: "lookup").isEmpty { try await Task.sleep(for: .milliseconds(2)) }
            call.cancel()
            #expect(await call.value?.code == "cancelled")
        }
    }

    // MARK: Failures

    @Test func `nobody listening is unreachable`() async throws {
        let server = try await ScriptedServer { _ in .silence }
        let client = try PointOfSaleClient(.test(server))
        try await server.stop()
        #expect(await client.error(.lookup, ServedClient.account)?.code == "unreachable")
        await client.shutdown()
    }

    @Test(arguments: [502, 503, 504])
    func `a gateway's failure is tried once more`(_ status: Int) async throws {
        let calls = Counter()
        try await ServedClient.with { _ in
            calls.next() == 1 ? .reply(status: status, body: "") : ServedClient.details
        } _: { client, _ in
            #expect(await client.error(.lookup, ServedClient.account) == nil)
        }
    }

    @Test func `a connection that was lost is tried once more`() async throws {
        let calls = Counter()
        try await ServedClient.with { _ in
            calls.next() == 1 ? .drop : ServedClient.details
        } _: { client, _ in
            #expect(await client.error(.lookup, ServedClient.account) == nil)
        }
    }

    @Test(arguments: [PointOfSaleCall.verify, .close])
    func `what must not be done twice is not tried again`(_ call: PointOfSaleCall) async throws {
        var parameters = ServedClient.account
        if call == .verify {
            parameters["format"] = .text("sms")
            parameters["request_id"] = .text("1")
        }
        let given = parameters
        try await ServedClient.with { _ in
            .drop
        } _: { client, server in
            #expect(await client.error(call, given)?.code == "unreachable")
            #expect(server.requests.count { $0.path.contains("/account") } == 1)
        }
    }

    @Test(arguments: [
        #"{"account_number":20035156"#, "", "null", "[]", #"{"account_number":true,"customer_id":1}"#,
        #"{"customer_id":"43353"}"#,
        "<html>", #"{"account_number":20035156,"customer_id":43353} trailing"#,
    ])
    func `an answer that makes no sense is malformed`(_ body: String) async throws {
        try await ServedClient.with { _ in
            .reply(body: body)
        } _: { client, _ in
            #expect(await client.error(.lookup, ServedClient.account)?.code == "malformed_reply")
        }
    }

    @Test func `a list from which an account can't be read is malformed, and not shortened`() async throws {
        try await ServedClient.with { _ in
            .reply(body: #"[{"customer_id":"1","account_number":1},{"customer_id":"2"}]"#)
        } _: { client, _ in
            let person: [String: CallParameter] = [
                "first_name": .text("John"), "last_name": .text("Smith"), "dob": .text("1974-05-15"),
            ]
            #expect(await client.error(.search, person)?.code == "malformed_reply")
        }
    }

    @Test func `an endless answer is cut off`() async throws {
        let body =
            #"{"account_number":20035156,"customer_id":43353,"x":"# + "\""
            + String(repeating: "x", count: 300_000) + "\"}"
        try await ServedClient.with { _ in
            .reply(body: body)
        } _: { client, _ in
            #expect(await client.error(.lookup, ServedClient.account)?.code == "malformed_reply")
        }
    }

    @Test(arguments: [301, 302, 307, 308])
    func `a redirect is not followed`(_ status: Int) async throws {
        let other = try await ScriptedServer { _ in ServedClient.details }
        let location = other.address
        try await ServedClient.with { _ in
            .reply(status: status, body: "", headers: ["location": location])
        } _: { client, _ in
            #expect(await client.error(.lookup, ServedClient.account)?.code == "redirected")
            #expect(other.requests.isEmpty)
        }
        try await other.stop()
    }

    @Test func `a refusal's code and fields are shown only where they are names`() async throws {
        let body =
            #"{"error":"John Smith is unknown","field_errors":[{"param":"dob","value":"1974-05-15"},{"param":"John Smith"}]}"#
        try await ServedClient.with { _ in
            .reply(status: 409, body: body)
        } _: { client, _ in
            let error = await client.error(.lookup, ServedClient.account)
            #expect(error?.code == "refused")
            #expect(error.map { "\($0)".contains("Smith") } == false)
        }
    }

    @Test func `a hundred calls at once are all answered, over a bounded number of connections`() async throws
    {
        try await ServedClient.with { _ in
            .late(.milliseconds(5), ServedClient.details)
        } _: { client, server in
            let failures = await withTaskGroup(of: PointOfSaleError?.self) { group in
                for _ in 0..<100 { group.addTask { await client.error(.lookup, ServedClient.account) } }
                var failures: [PointOfSaleError] = []
                for await error in group { if let error { failures.append(error) } }
                return failures
            }
            #expect(failures == [])
            #expect(server.requests(to: "lookup").count == 100)
            #expect(server.connections <= 8)
        }
    }
}
