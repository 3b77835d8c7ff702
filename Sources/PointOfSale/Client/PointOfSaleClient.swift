import AsyncHTTPClient
import NIOCore
import NIOHTTP1
public import Scanning

/// A client of the POS API.
///
/// It keeps a token and connections, and is shared by all who ask. Nothing of what is asked or answered is logged or
/// kept. Source: `docs/pos-api.md`.
public struct PointOfSaleClient: Sendable {
    /// The pause before another try, so that many tills don't come back at one time.
    private static let pause: ClosedRange<Int> = 20...120

    private let settings: PointOfSaleSettings
    private let connection: HTTPConnection
    private let tokens: TokenKeeper

    /// - Throws: `configuration`, where the authorities' file can't be used, or nobody would be trusted.
    public init(_ settings: PointOfSaleSettings) throws(PointOfSaleError) {
        let connection = try HTTPConnection(settings)
        self.settings = settings
        self.connection = connection
        tokens = TokenKeeper { grant throws(PointOfSaleError) in
            try await Self.token(by: grant, settings, connection)
        }
    }

    /// Makes one call.
    ///
    /// - Parameters:
    ///   - reference: the scan's id, or a new one; it is the call's `x-reference-id`.
    ///   - deadline: no answer comes later; a cancelled task gives up at once.
    /// - Returns: the answer as JSON in `docs/pos-api.md`'s form.
    public func perform(
        _ request: PointOfSaleRequest, reference: ScanID, deadline: ContinuousClock.Instant
    ) async throws(PointOfSaleError) -> [UInt8] {
        guard request.call != .token else { return try await checkToken(deadline: deadline) }
        return try await reply(to: request, reference: reference, deadline: deadline).json
    }

    /// A licence's payload as the applicant that the endpoint makes of it.
    ///
    /// - Parameter payload: UTF-8.
    func applicant(
        of payload: [UInt8], reference: ScanID, deadline: ContinuousClock.Instant
    ) async throws(PointOfSaleError) -> Applicant {
        let request = PointOfSaleRequest.driversLicense(payload)
        guard
            case .applicant(let applicant) = try await reply(
                to: request, reference: reference, deadline: deadline)
        else { throw PointOfSaleError(.malformedReply) }
        return applicant
    }

    /// Has a token at hand before a call needs one.
    ///
    /// - Returns: when it wants to be asked again.
    func renewToken(lead: Duration, deadline: ContinuousClock.Instant) async throws(PointOfSaleError)
        -> ContinuousClock.Instant
    {
        let token = try await before(deadline) { () async throws(PointOfSaleError) -> AccessToken in
            try await tokens.token(lead: lead)
        }
        return token.renewFrom - lead
    }

    /// Opens a connection, or finds that one is open still, without asking anything: whatever it is answered with.
    func touch(deadline: ContinuousClock.Instant) async throws(PointOfSaleError) {
        var request = HTTPClientRequest(url: "\(settings.address.text)/v2.5/oauth/token")
        request.method = .HEAD
        request.headers.add(name: "x-reference-id", value: ScanID.random().text)
        let touch = request
        _ = try await before(deadline) { () async throws(PointOfSaleError) -> HTTPReply in
            try await connection.send(touch)
        }
    }

    /// Ends every connection; calls that are under way fail.
    public func shutdown() async { await connection.shutdown() }

    private func reply(
        to request: PointOfSaleRequest, reference: ScanID, deadline: ContinuousClock.Instant
    ) async throws(PointOfSaleError) -> Reply {
        let given = try await before(deadline) { () async throws(PointOfSaleError) -> HTTPReply in
            try await answer(to: request, reference: reference)
        }
        return try Reply(given, to: request.call)
    }

    /// With the token that is at hand, and once more with a new one where that is refused.
    private func answer(to request: PointOfSaleRequest, reference: ScanID) async throws(PointOfSaleError)
        -> HTTPReply
    {
        var message = message(for: request, reference: reference)
        let token = try await tokens.token()
        message.headers.replaceOrAdd(name: "authorization", value: "Bearer \(token.text.text)")
        let reply = try await Self.send(message, isRepeatable: request.call.isRepeatable, connection)
        guard reply.status == 401 else { return reply }
        await tokens.discard(token)
        let other = try await tokens.token()
        message.headers.replaceOrAdd(name: "authorization", value: "Bearer \(other.text.text)")
        return try await Self.send(message, isRepeatable: request.call.isRepeatable, connection)
    }

    private func message(for request: PointOfSaleRequest, reference: ScanID) -> HTTPClientRequest {
        var message = HTTPClientRequest(url: settings.address.text + request.target(settings))
        message.method = request.call.method
        message.headers.add(name: "accept", value: "application/json")
        message.headers.add(name: "x-reference-id", value: reference.text)
        guard let body = request.body else { return message }
        message.headers.add(name: "content-type", value: "application/json")
        message.body = .bytes(ByteBuffer(bytes: body))
        return message
    }

    // MARK: Tokens

    /// A new token, which nobody is shown.
    private func checkToken(deadline: ContinuousClock.Instant) async throws(PointOfSaleError) -> [UInt8] {
        let token = try await before(deadline) { () async throws(PointOfSaleError) -> AccessToken in
            try await Self.token(by: .clientCredentials, settings, connection)
        }
        var json = JSONWriter()
        json.object {
            $0.member("token_type", "bearer")
            $0.member("expires_in", Int(token.life.components.seconds))
            $0.member("scope", settings.scope.rawValue)
        }
        return json.bytes
    }

    /// Source: the contract's `oauth/token`, which takes a form and nothing else.
    private static func token(
        by grant: TokenKeeper.Grant, _ settings: PointOfSaleSettings, _ connection: HTTPConnection
    ) async throws(PointOfSaleError) -> AccessToken {
        var form = [("client_id", settings.clientID), ("client_secret", settings.clientSecret.text)]
        switch grant {
        case .clientCredentials: form.append(("grant_type", "client_credentials"))
        case .refresh(let token): form += [("grant_type", "refresh_token"), ("refresh_token", token.text)]
        }
        form.append(("scope", settings.scope.rawValue))
        var message = HTTPClientRequest(url: "\(settings.address.text)/v2.5/oauth/token")
        message.method = .POST
        message.headers.add(name: "accept", value: "application/json")
        message.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        message.headers.add(name: "x-reference-id", value: ScanID.random().text)
        let body = form.map { "\($0)=\($1.percentEncoded)" }.joined(separator: "&")
        message.body = .bytes(ByteBuffer(string: body))
        let asked = ContinuousClock.now
        let reply = try await send(message, isRepeatable: true, connection)
        guard reply.status == 200 else { throw PointOfSaleError(tokenRefusal: reply) }
        guard let token = JSONValue(reply.body).flatMap({ AccessToken($0, issued: asked) }) else {
            throw PointOfSaleError(.malformedReply, status: 200)
        }
        return token
    }

    // MARK: Sending

    /// A call that may be tried again is, once, where the connection or the server failed.
    private static func send(
        _ message: HTTPClientRequest, isRepeatable: Bool, _ connection: HTTPConnection
    ) async throws(PointOfSaleError) -> HTTPReply {
        do throws(PointOfSaleError) {
            let reply = try await connection.send(message)
            guard isRepeatable, (502...504).contains(reply.status) else { return reply }
        } catch {
            guard isRepeatable, error.own == .unreachable else { throw error }
        }
        do {
            try await Task.sleep(for: .milliseconds(Int.random(in: pause)))
        } catch {
            throw PointOfSaleError(.cancelled)
        }
        return try await connection.send(message)
    }

    /// Runs `operation`, and gives it up at the deadline.
    private func before<Value: Sendable>(
        _ deadline: ContinuousClock.Instant,
        _ operation: @escaping @Sendable () async throws(PointOfSaleError) -> Value
    ) async throws(PointOfSaleError) -> Value {
        let result = await withTaskGroup(of: Result<Value, PointOfSaleError>?.self) { group in
            group.addTask {
                do throws(PointOfSaleError) { return .success(try await operation()) } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                // Woken early where the operation has ended, or where who asked is gone.
                try? await Task.sleep(until: deadline)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        guard let result else { throw PointOfSaleError(Task.isCancelled ? .cancelled : .timeout) }
        return try result.get()
    }
}

extension PointOfSaleClient: CustomStringConvertible {
    public var description: String { "PointOfSaleClient" }
}
