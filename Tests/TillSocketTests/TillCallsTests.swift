import Scanning
import Testing

@testable import TillSocket

/// Calls of the POS API over a socket.
@Suite struct TillCallsTests {
    private typealias Answer = @Sendable (TillCall, [String: CallParameter]) async -> CallOutcome

    private static let search =
        #"{"type":"call","id":"7","call":"customers.search","params":{"first_name":"A"}}"# + "\n"

    private static let nothing: Answer = { _, _ in .result(Array("{}".utf8)) }

    /// Serves a socket that allows two calls, with somebody who answers them, while `body` runs.
    private func serve(_ answer: @escaping Answer, _ body: (TestDaemon) async throws -> Void) async throws {
        try await TestDaemon.serve(SocketSettings(calls: [.search, .lookup])) { daemon in
            try await withThrowingDiscardingTaskGroup { group in
                group.addTask { await daemon.server.answerCalls(with: answer) }
                try await body(daemon)
                group.cancelAll()
            }
        }
    }

    @Test func `a call is answered with its id`() async throws {
        let answer: Answer = { call, parameters in
            .result(Array(#"{"call":"\#(call.rawValue)","parameters":"\#(parameters.count)"}"#.utf8))
        }
        try await serve(answer) { daemon in
            let till = try await daemon.connect()
            till.send(Self.search)
            let line = try await till.line()
            #expect(line?.type == "response")
            #expect(line?.id == "7")
            #expect(line?.ok == true)
            #expect(line?.result == ["call": "customers.search", "parameters": "1"])
        }
    }

    @Test func `a call that fails is answered with the reason`() async throws {
        let answer: Answer = { _, _ in .failed(CallFailure(code: "not_found", message: "Nobody.")) }
        try await serve(answer) { daemon in
            let till = try await daemon.connect()
            till.send(Self.search)
            let line = try await till.line()
            #expect(line?.ok == false)
            #expect(line?.error?.code == "not_found")
        }
    }

    @Test(arguments: ["account.close", "account.verify", "customers.driverslicense", "oauth.token"])
    func `a call that the socket doesn't list is not allowed`(call: String) async throws {
        try await serve(Self.nothing) { daemon in
            let till = try await daemon.connect()
            till.send(#"{"type":"call","id":"7","call":"\#(call)","params":[1]}"# + "\n")
            let line = try await till.line()
            #expect(line?.type == "error")
            #expect(line?.id == "7")
            #expect(line?.code == "not_allowed")
        }
    }

    @Test func `parameters that are no flat object are a bad request`() async throws {
        try await serve(Self.nothing) { daemon in
            let till = try await daemon.connect()
            till.send(#"{"type":"call","call":"customers.search","params":{"name":["A"]}}"# + "\n")
            #expect(try await till.line()?.code == "bad_request")
        }
    }

    @Test func `a slow call holds up neither the till's other calls nor its scans`() async throws {
        let (slow, release) = AsyncStream<Never>.makeStream()
        let answer: Answer = { call, _ in
            if call == .search { for await _ in slow {} }
            return .result(Array("{}".utf8))
        }
        try await serve(answer) { daemon in
            let till = try await daemon.connect()
            till.send(Self.search)
            till.send(#"{"type":"call","id":"8","call":"customers.lookup"}"# + "\n")
            #expect(try await till.line()?.id == "8")
            await daemon.hub.publish(Samples.barcode())
            #expect(try await till.line()?.type == "barcode")
            release.finish()
            #expect(try await till.line()?.id == "7")
        }
    }

    @Test func `a call is cancelled when its till leaves`() async throws {
        let (cancelled, notice) = AsyncStream<Void>.makeStream()
        let (begun, start) = AsyncStream<Void>.makeStream()
        let answer: Answer = { _, _ in
            start.finish()
            try? await Task.sleep(for: .seconds(600))
            notice.finish()
            return .failed(CallFailure(code: "cancelled", message: "No."))
        }
        try await serve(answer) { daemon in
            let till = try await daemon.connect()
            till.send(Self.search)
            for await _ in begun {}
            till.hangUp()
            for await _ in cancelled {}
            #expect(await daemon.hub.connections == 0)
        }
    }

    @Test func `a till that closes its writing side still gets its answer`() async throws {
        try await serve(Self.nothing) { daemon in
            let till = try await daemon.connect()
            till.send(Self.search)
            till.closeWritingSide()
            #expect(try await till.line()?.ok == true)
        }
    }

    @Test func `only so many calls of a till are on their way at once`() async throws {
        let (slow, release) = AsyncStream<Never>.makeStream()
        let answer: Answer = { _, _ in
            for await _ in slow {}
            return .result(Array("{}".utf8))
        }
        try await serve(answer) { daemon in
            let till = try await daemon.connect()
            for _ in 0...Till.callLimit { till.send(Self.search) }
            #expect(try await till.line()?.code == "rate_limited")
            release.finish()
            for _ in 0..<Till.callLimit { #expect(try await till.line()?.ok == true) }
        }
    }

    @Test func `calls have a rate of their own, and another till's isn't touched by it`() async throws {
        try await serve(Self.nothing) { daemon in
            let (till, other) = (try await daemon.connect(), try await daemon.connect())
            for _ in 0..<Till.callBurst {
                till.send(Self.search)
                #expect(try await till.line()?.ok == true)
            }
            till.send(Self.search)
            #expect(try await till.line()?.code == "rate_limited")
            other.send(Self.search)
            #expect(try await other.line()?.ok == true)
            daemon.clock.advance(by: .seconds(1))
            till.send(Self.search)
            #expect(try await till.line()?.ok == true)
        }
    }

    @Test func `a reload can take a call away`() async throws {
        try await serve(Self.nothing) { daemon in
            let till = try await daemon.connect()
            _ = try await daemon.server.update([SocketSettings(path: daemon.path, calls: [.lookup])])
            till.send(Self.search)
            #expect(try await till.line()?.code == "not_allowed")
        }
    }

    @Test func `accounts are shown where the scanner is, and not where an applicant is but in part`()
        async throws
    {
        let folder = try TemporaryFolder()
        let sockets = [
            SocketSettings(path: folder.path + "/a.sock", scanners: ["front"]),
            SocketSettings(path: folder.path + "/b.sock", scanners: ["rear"]),
            SocketSettings(path: folder.path + "/c.sock", fields: [.dob]),
        ]
        let daemon = try TestDaemon(sockets: sockets)
        try await daemon.server.serve()
        var tills: [TestTill] = []
        for socket in sockets { tills.append(try TestTill(path: socket.path)) }
        for till in tills { _ = try await till.line() }
        let line = TillMessage.AccountsLine(
            scan: .random(), scanner: "front", at: Samples.moment, accounts: .result(Array("[]".utf8)))
        await daemon.hub.publish(.accounts(line))
        #expect(try await tills[0].line()?.type == "accounts")
        await daemon.end()
        for till in tills[1...] { #expect(try await till.rest().map(\.type) == ["bye"]) }
    }

    @Test func `status tells how the endpoint is`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            await daemon.hub.setRemote(RemoteStatus(.down, since: Samples.moment))
            till.send(#"{"type":"status"}"# + "\n")
            let remote = try await till.line()?.remote
            #expect(remote?.state == "down")
            #expect(remote?.since == "2023-11-14T22:13:20.000Z")
        }
    }
}
