import Scanning
import Synchronization
import Testing

@testable import PointOfSale

/// Tokens with a clock and an API of the test's own.
@Suite struct TokenKeeperTests {
    /// A clock that a test sets, and what was asked for.
    private final class Stand: Sendable {
        private struct State {
            var now = ContinuousClock.now
            var grants: [TokenKeeper.Grant] = []
            var failures: [PointOfSaleError] = []
        }

        private let state = Mutex(State())
        let life: Int

        init(life: Int = 1200) { self.life = life }

        var now: ContinuousClock.Instant { state.withLock { $0.now } }
        var grants: [TokenKeeper.Grant] { state.withLock { $0.grants } }

        func pass(_ time: Duration) { state.withLock { $0.now += time } }
        func fail(_ error: PointOfSaleError) { state.withLock { $0.failures.append(error) } }

        func token(by grant: TokenKeeper.Grant) throws(PointOfSaleError) -> AccessToken {
            let (number, failure) = state.withLock { state in
                state.grants.append(grant)
                return (state.grants.count, state.failures.isEmpty ? nil : state.failures.removeFirst())
            }
            if let failure { throw failure }
            let json = JSONValue.object([
                "access_token": .string("token-\(number)"), "expires_in": .number("\(life)"),
                "refresh_token": .string("refresh-\(number)"),
            ])
            guard let token = AccessToken(json, issued: now) else { throw PointOfSaleError(.malformedReply) }
            return token
        }
    }

    private func keeper(_ stand: Stand, delay: Duration = .zero) -> TokenKeeper {
        let request: TokenKeeper.Request = { grant throws(PointOfSaleError) in
            let token = Result { () throws(PointOfSaleError) in try stand.token(by: grant) }
            do { try await Task.sleep(for: delay) } catch { throw PointOfSaleError(.cancelled) }
            return try token.get()
        }
        return TokenKeeper(now: { stand.now }, request: request)
    }

    @Test func `a token is used until a minute before its end`() async throws {
        let stand = Stand()
        let keeper = keeper(stand)
        let first = try await keeper.token()
        stand.pass(.seconds(1139))
        let second = try await keeper.token()
        #expect(first.text == second.text)
        #expect(stand.grants == [.clientCredentials])
    }

    @Test func `a minute before its end it is renewed by the refresh token`() async throws {
        let stand = Stand()
        let keeper = keeper(stand)
        _ = try await keeper.token()
        stand.pass(.seconds(1140))
        #expect(try await keeper.token().text == Secret("token-2"))
        #expect(stand.grants == [.clientCredentials, .refresh(Secret("refresh-1"))])
    }

    @Test func `the newest refresh token is the one that is used`() async throws {
        let stand = Stand()
        let keeper = keeper(stand)
        for _ in 0..<3 {
            _ = try await keeper.token()
            stand.pass(.seconds(1200))
        }
        #expect(stand.grants.last == .refresh(Secret("refresh-2")))
    }

    @Test(arguments: [400, 401, 409])
    func `a refused renewal is asked for anew with the credentials`(_ status: Int) async throws {
        let stand = Stand()
        let keeper = keeper(stand)
        _ = try await keeper.token()
        stand.pass(.seconds(1200))
        stand.fail(PointOfSaleError(.unauthorized, status: status))
        #expect(try await keeper.token().text == Secret("token-3"))
        #expect(stand.grants.last == .clientCredentials)
    }

    @Test func `a renewal that was not answered is not asked for twice`() async throws {
        let stand = Stand()
        let keeper = keeper(stand)
        _ = try await keeper.token()
        stand.pass(.seconds(1200))
        stand.fail(PointOfSaleError(.unreachable))
        await #expect(throws: PointOfSaleError(.unreachable)) { try await keeper.token() }
        #expect(stand.grants.count == 2)
    }

    @Test func `a hundred callers share one renewal`() async throws {
        let stand = Stand()
        let keeper = keeper(stand, delay: .milliseconds(50))
        let tokens = try await withThrowingTaskGroup(of: Secret.self) { group in
            for _ in 0..<100 { group.addTask { try await keeper.token().text } }
            return try await group.reduce(into: Set<Secret>()) { $0.insert($1) }
        }
        #expect(tokens == [Secret("token-1")])
        #expect(stand.grants.count == 1)
    }

    @Test func `a renewal that fails fails for all who wait for it`() async {
        let stand = Stand()
        stand.fail(PointOfSaleError(.unauthorized, status: 400))
        let keeper = keeper(stand, delay: .milliseconds(100))
        let codes = await withTaskGroup(of: String.self) { group in
            for _ in 0..<5 {
                group.addTask {
                    do throws(PointOfSaleError) { return try await "\(keeper.token())" } catch {
                        return error.code
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes == Array(repeating: "unauthorized", count: 5))
    }

    @Test func `where who renews gives up, another who waits goes on`() async throws {
        let stand = Stand()
        let request: TokenKeeper.Request = { grant throws(PointOfSaleError) in
            let token = try stand.token(by: grant)
            guard stand.grants.count == 1 else { return token }
            do { try await Task.sleep(for: .seconds(60)) } catch { throw PointOfSaleError(.cancelled) }
            return token
        }
        let keeper = TokenKeeper(now: { stand.now }, request: request)
        let impatient = Task { try await keeper.token() }
        while stand.grants.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        let patient = Task { try await keeper.token() }
        while await keeper.waiterCount == 0 { try await Task.sleep(for: .milliseconds(2)) }
        impatient.cancel()
        #expect(try await patient.value.text == Secret("token-2"))
    }

    @Test func `who waits and gives up is let go at once`() async {
        let stand = Stand()
        let keeper = keeper(stand, delay: .seconds(60))
        let renewing = Task { try await keeper.token() }
        while stand.grants.isEmpty { try? await Task.sleep(for: .milliseconds(2)) }
        let waiting = Task { () throws(PointOfSaleError) -> AccessToken in try await keeper.token() }
        waiting.cancel()
        await #expect(throws: PointOfSaleError(.cancelled)) { try await waiting.value }
        renewing.cancel()
    }

    @Test func `a refused token and what would renew it are forgotten`() async throws {
        let stand = Stand()
        let keeper = keeper(stand)
        await keeper.discard(try await keeper.token())
        _ = try await keeper.token()
        #expect(stand.grants == [.clientCredentials, .clientCredentials])
    }

    @Test func `a token that was replaced meanwhile is not forgotten twice`() async throws {
        let stand = Stand()
        let keeper = keeper(stand)
        let first = try await keeper.token()
        await keeper.discard(first)
        let second = try await keeper.token()
        await keeper.discard(first)
        #expect(try await keeper.token().text == second.text)
    }

    @Test func `a life that is shorter than the margin is used by half`() async throws {
        let stand = Stand(life: 10)
        let keeper = keeper(stand)
        _ = try await keeper.token()
        stand.pass(.seconds(4))
        _ = try await keeper.token()
        #expect(stand.grants.count == 1)
        stand.pass(.seconds(1))
        _ = try await keeper.token()
        #expect(stand.grants.count == 2)
    }

    @Test(arguments: [(2_592_000, 86_000), (999_999_999_999, 86_000), (100_000, 86_000)])
    func `a token that lives long is kept for a day at most`(_ life: Int, _ kept: Int) async throws {
        let stand = Stand(life: life)
        let keeper = keeper(stand)
        _ = try await keeper.token()
        stand.pass(.seconds(kept))
        _ = try await keeper.token()
        #expect(stand.grants.count == 1)
        stand.pass(.seconds(400))
        _ = try await keeper.token()
        #expect(stand.grants.count == 2)
    }

    @Test(arguments: [
        #"{}"#, #"{"access_token":""}"#, #"{"access_token":5}"#, #"{"access_token":"a b"}"#,
        #"{"access_token":"a\r\nx: y"}"#,
    ])
    func `an answer without a token that fits a header is no token`(_ text: String) throws {
        let json = try #require(JSONValue(Array(text.utf8)))
        #expect(AccessToken(json, issued: .now) == nil)
    }

    @Test func `nothing shows a token`() async throws {
        let stand = Stand()
        let token = try await keeper(stand).token()
        var shown = "\(token) \(String(reflecting: token)) \(token.text) \(stand.grants)"
        dump(token, to: &shown)
        #expect(!shown.contains("token-1"))
        #expect(!shown.contains("refresh-1"))
    }
}
