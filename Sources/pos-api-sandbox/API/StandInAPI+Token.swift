extension StandInAPI {
    /// `oauth/token`: a form, and nothing but a form.
    mutating func token(_ call: Call, at now: ContinuousClock.Instant) throws(Refusal) -> JSON {
        guard call.mediaType == "application/x-www-form-urlencoded",
            let form = FormFields(String(decoding: call.body, as: UTF8.self))
        else { throw .invalidRequest("Send the parameters form-encoded, in the body.") }
        guard let client = seed.clients.first(where: { $0.id == form["client_id"] }),
            client.secret == form["client_secret"]
        else {
            throw Refusal(
                status: 400, code: "invalid_client",
                message: "client_id or client_secret is wrong or missing.")
        }
        guard client.isProvisioned else { throw .invalidRole }
        let scope = try scope(form)
        switch form["grant_type"] ?? "client_credentials" {
        case "client_credentials": return json(tokens.issue(to: client.id, scope ?? .merchant, at: now))
        case "refresh_token":
            let grant = try redeem(form, client, at: now)
            return json(tokens.issue(to: client.id, scope ?? grant.scope, at: now))
        default: throw .invalidRequest("grant_type is client_credentials or refresh_token.")
        }
    }

    private func scope(_ form: FormFields) throws(Refusal) -> TokenStore.Scope? {
        guard let text = form["scope"] else { return nil }
        guard let scope = TokenStore.Scope(rawValue: text) else { throw .wrongInput("scope", .string(text)) }
        return scope
    }

    /// A refresh token is used once. What the service says to a dead one is not published.
    private mutating func redeem(
        _ form: FormFields, _ client: Seed.Client, at now: ContinuousClock.Instant
    ) throws(Refusal) -> TokenStore.Grant {
        guard let token = form["refresh_token"] else { throw .wrongInput("refresh_token") }
        let isOldest = variants == .oldest
        guard let grant = tokens.redeem(token, afterEnd: isOldest, at: now), grant.clientID == client.id
        else {
            throw isOldest ? .invalidToken : .invalidRequest("The refresh token is in use no more.")
        }
        return grant
    }

    private func json(_ pair: TokenStore.Pair) -> JSON {
        let seconds = String(tokens.life.components.seconds)
        return [
            "token_type": "bearer",
            "access_token": .string(pair.access),
            "expires_in": variants == .oldest ? .string(seconds) : .number(seconds),
            "refresh_token": .string(pair.refresh),
        ]
    }
}

extension Refusal {
    fileprivate static func invalidRequest(_ message: String) -> Refusal {
        Refusal(status: 400, code: "invalid_request", message: message)
    }
}
