import AAMVA
import Logging
import Scanning
import Testing

@testable import PointOfSale

/// Scans that an endpoint is asked about.
@Suite struct RemoteResolverTests {
    private static let payload =
        "@\n\u{1E}\rANSI 636012090001DL00310152DLDCSSAMPLE\nDACROBIN\nDADLEE\nDBD20190512\nDBB19850417\nDBA20340417\nDBC1\n"
        + "DAG12 EXAMPLE ST\nDAITORONTO\nDAJON\nDAKM5V2T6\nDAQS04018500850417\nDCFDX1234567\nDCGCAN\r"
    private let today: Today
    private let record: Record

    init() throws {
        today = Today(try #require(CalendarDate(year: 2026, month: 6, day: 15)))
        record = try #require(RecordDecoder.decode([UInt8](Self.payload.utf8)).results.first).get()
    }

    private struct Outcome: Equatable {
        var source: TillMessage.ApplicantLine.Source?
        var lastName: String?
        var warnings: [String] = []
        var failure: ScanFailure.Reason?
    }

    private func outcome(_ resolver: Resolver, scan: ScanID = .random()) async -> Outcome {
        switch await resolver.resolve(record, scan: scan, today: today, readAt: .now) {
        case .applicant(let applicant, let source, _, let warnings):
            Outcome(source: source, lastName: applicant[.lastName], warnings: warnings.map(\.code.rawValue))
        case .failed(let failure): Outcome(failure: failure.reason)
        }
    }

    @Test func `the endpoint's answer is published`() async throws {
        try await ResolverStand.with { _ in
            .license
        } _: { stand in
            #expect(await outcome(stand.resolver) == Outcome(source: .remote, lastName: "SAMPLE"))
        }
    }

    @Test func `the endpoint gets the record's payload under the scan's own id`() async throws {
        try await ResolverStand.with { _ in
            .license
        } _: { stand in
            let scan = ScanID.random()
            _ = await outcome(stand.resolver, scan: scan)
            let request = try #require(stand.server.requests(to: "driverslicense").first)
            #expect(request.headers["x-reference-id"] == scan.text)
            let code = try #require(JSONValue(request.body)?["code"]?.string)
            #expect(Array(code.utf8) == record.redactedPayload)
            #expect(code.hasPrefix("@\n\u{1E}\rANSI 636012"))
        }
    }

    @Test(arguments: [
        (ScriptedAnswer.silence, "silence"), (.drop, "drop"), (.reply(status: 500, body: "{}"), "500"),
        (.reply(body: "{"), "malformed"), (.reply(body: "{}"), "no applicant"), (.stall(body: "{"), "stall"),
        (.reply(status: 401, body: "{}"), "401"), (.reply(status: 403, body: "{}"), "403"),
        (.reply(status: 409, body: #"{"error":"wrong_inputs"}"#), "409"),
        (.reply(status: 404, body: "{}"), "404"),
        (.reply(body: #"{"last_name":"SAMPLE","dob":"1985-13-01","govid_number":"1"}"#), "impossible date"),
    ])
    func `whatever the endpoint does, the local decode stands in`(_ answer: ScriptedAnswer, _ name: String)
        async throws
    {
        try await ResolverStand.with(deadline: answer.deadline) { _ in
            answer
        } _: { stand in
            let expected = Outcome(source: .local, lastName: "SAMPLE", warnings: ["remote_unavailable"])
            #expect(await outcome(stand.resolver) == expected)
        }
    }

    @Test(arguments: [
        (ScriptedAnswer.silence, ScanFailure.Reason.remoteUnavailable), (.drop, .remoteUnavailable),
        (.reply(status: 500, body: "{}"), .remoteUnavailable),
        (.reply(status: 401, body: "{}"), .remoteUnavailable),
        (.reply(body: "{"), .remoteUnavailable),
        (.reply(status: 409, body: #"{"error":"wrong_inputs"}"#), .notAccepted),
        (.reply(status: 409, body: #"{"error":"invalid_role"}"#), .remoteUnavailable),
    ])
    func `in remote-only mode nothing stands in`(
        _ answer: ScriptedAnswer, _ reason: ScanFailure.Reason
    ) async throws {
        try await ResolverStand.with(mode: .remoteOnly, deadline: answer.deadline) { _ in
            answer
        } _: { stand in
            #expect(await outcome(stand.resolver) == Outcome(failure: reason))
        }
    }

    @Test func `a till waits for a silent endpoint until the deadline and no longer`() async throws {
        try await ResolverStand.with(deadline: .milliseconds(300)) { _ in
            .silence
        } _: { stand in
            let start = ContinuousClock.now
            _ = await outcome(stand.resolver)
            let waited = ContinuousClock.now - start
            #expect(waited >= .milliseconds(290))
            #expect(waited < .seconds(60))
        }
    }

    @Test func `a scan that waited for its turn waits no longer than the rest`() async throws {
        try await ResolverStand.with(deadline: .seconds(120)) { _ in
            .silence
        } _: { stand in
            let start = ContinuousClock.now
            let resolution = await stand.resolver.resolve(
                record, scan: .random(), today: today, readAt: start - .milliseconds(119_800))
            guard case .applicant(_, .local, _, _) = resolution else {
                Issue.record("the local decode stands in")
                return
            }
            #expect(ContinuousClock.now - start < .seconds(60))
            guard case .up = await stand.resolver.state else {
                Issue.record("one scan's wait says nothing of the endpoint")
                return
            }
        }
    }

    @Test func `from the second scan on a dead endpoint is not waited for`() async throws {
        try await ResolverStand.with(deadline: .milliseconds(300)) { _ in
            .silence
        } _: { stand in
            _ = await outcome(stand.resolver)
            let asked = stand.server.requests(to: "driverslicense").count
            for _ in 0..<20 { #expect(await outcome(stand.resolver).warnings == ["remote_unavailable"]) }
            #expect(stand.server.requests(to: "driverslicense").count == asked)
            guard case .down = await stand.resolver.state else {
                Issue.record("the endpoint is down")
                return
            }
        }
    }

    @Test func `a refusal is an answer: the next scan is asked about`() async throws {
        try await ResolverStand.with { _ in
            .reply(status: 409, body: #"{"error":"wrong_inputs"}"#)
        } _: { stand in
            for _ in 0..<3 { _ = await outcome(stand.resolver) }
            #expect(stand.server.requests(to: "driverslicense").count == 3)
        }
    }

    @Test
    func `an endpoint that comes back is found by a licence of nobody, and scans are asked about again`()
        async throws
    {
        let isDead = Switch(true)
        try await ResolverStand.with(deadline: .milliseconds(300), rest: .milliseconds(50)) { _ in
            isDead.isOn ? .silence : .license
        } _: { stand in
            _ = await outcome(stand.resolver)
            let chores = Task { await stand.resolver.run() }
            try await Task.sleep(for: .milliseconds(300))
            #expect(!stand.server.requests.dropFirst(3).contains { $0.text.contains("ROBIN") })
            isDead.isOn = false
            while case .down = await stand.resolver.state { try await Task.sleep(for: .milliseconds(10)) }
            while await outcome(stand.resolver).source != .remote {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(stand.log.text.contains("the POS API answers again"))
            chores.cancel()
            await chores.value
        }
    }

    @Test func `new settings ask the endpoint anew`() async throws {
        try await ResolverStand.with { _ in
            .reply(status: 500, body: "{}")
        } _: { stand in
            _ = await outcome(stand.resolver)
            let other = try await ScriptedServer { $0.path.hasSuffix("oauth/token") ? .token : .license }
            let client = try PointOfSaleClient(.test(other))
            await stand.resolver.update(
                ResolverSettings(mode: .remote, deadline: .seconds(120)), client: client)
            #expect(await outcome(stand.resolver).source == .remote)
            await client.shutdown()
            try await other.stop()
        }
    }

    @Test func `before a scan comes, a token is had and a connection opened, without any content`()
        async throws
    {
        try await ResolverStand.with {
            $0.method == "HEAD" ? .reply(status: 405, body: "") : .license
        } _: { stand in
            let start = ContinuousClock.now
            let chores = Task { await stand.resolver.run() }
            while await stand.resolver.lastAnswer < start { try await Task.sleep(for: .milliseconds(5)) }
            _ = await outcome(stand.resolver)
            #expect(stand.server.requests(to: "oauth/token").count { $0.method == "POST" } == 1)
            #expect(stand.server.requests.prefix(2).map(\.method) == ["POST", "HEAD"])
            #expect(stand.server.requests.first { $0.method == "HEAD" }?.body == [])
            chores.cancel()
            await chores.value
        }
    }

    @Test func `in local mode nothing is asked`() async throws {
        try await ResolverStand.with(mode: .local) { _ in
            .license
        } _: { stand in
            #expect(await outcome(stand.resolver) == Outcome(source: .local, lastName: "SAMPLE"))
            #expect(stand.server.requests.isEmpty)
            #expect(await stand.resolver.state == .off)
        }
    }

    @Test func `no log line holds anything of a card, a token or the secret`() async throws {
        for answer in [
            ScriptedAnswer.license, .reply(status: 500, body: "{}"), .silence, .reply(body: "SAMPLE"),
        ] {
            try await ResolverStand.with(deadline: answer.deadline) { _ in
                answer
            } _: { stand in
                for _ in 0..<2 { _ = await outcome(stand.resolver) }
                for trace in ["SAMPLE", "ROBIN", "S0401", "1985", "token-1", "sandbox-secret"] {
                    #expect(!stand.log.text.contains(trace))
                }
            }
        }
    }

    // MARK: Accounts

    private func applicant() throws -> Applicant {
        let resolution = ApplicantReading.resolve(
            record, settings: ApplicantSettings(), today: today, document: false)
        guard case .applicant(let applicant, _, _, _) = resolution else {
            throw DecodeError.unreadable(received: 0)
        }
        return applicant
    }

    @Test func `an applicant's accounts are searched for under the scan's id`() async throws {
        try await ResolverStand.with { _ in
            .reply(body: #"[{"customer_id":1,"account_number":2}]"#)
        } _: { stand in
            let scan = ScanID.random()
            let accounts = try await stand.resolver.accounts(of: try applicant(), scan: scan)
            #expect(
                String(decoding: accounts, as: UTF8.self) == #"[{"customer_id":"1","account_number":"2"}]"#)
            let request = try #require(stand.server.requests(to: "search").first)
            #expect(request.headers["x-reference-id"] == scan.text)
            #expect(
                ReceivedRequest.items(request.query) == [
                    "first_name": "ROBIN", "last_name": "SAMPLE", "dob": "1985-04-17",
                ])
        }
    }

    @Test func `nobody found is an empty list`() async throws {
        try await ResolverStand.with { _ in
            .reply(status: 404, body: #"{"error":"not_found"}"#)
        } _: { stand in
            let accounts = try await stand.resolver.accounts(of: try applicant(), scan: .random())
            #expect(accounts == Array("[]".utf8))
        }
    }

    @Test func `what an applicant lacks for a search is named`() async throws {
        try await ResolverStand.with { _ in
            .reply(body: "[]")
        } _: { stand in
            var applicant = try applicant()
            applicant[.firstName] = nil
            let nameless = applicant
            await #expect(
                throws: PointOfSaleError(
                    code: "missing_field",
                    message: "The licence does not give what an account search needs; search by hand.",
                    fields: ["first_name"])
            ) {
                try await stand.resolver.accounts(of: nameless, scan: .random())
            }
        }
    }
}
