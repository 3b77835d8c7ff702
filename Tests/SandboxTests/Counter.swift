@testable import pos_api_sandbox

/// A program at a shop's counter that calls the API, without a network and with a clock of its own.
struct Counter {
    var api: StandInAPI
    var now = ContinuousClock.now
    var clientID = "sandbox"
    /// `nil`: calls bear no token.
    var token: String?
    var reference: String? = "0123456789abcdef0123456789abcdef"

    /// Has a token already.
    init(
        _ variants: Variants = .sample, client: String = "sandbox", scope: String = "merchant",
        seed: Seed? = nil
    ) throws {
        api = StandInAPI(seed: try seed ?? .builtIn(), variants: variants, tokenLife: .seconds(1200))
        clientID = client
        token = try askForToken(["scope": scope]).body["access_token"]?.string
    }

    mutating func askForToken(_ fields: [String: String] = [:]) throws -> Answer {
        let all = ["client_id": clientID, "client_secret": "sandbox-secret"].merging(fields) { $1 }
        return try token(form: all.map { "\($0)=\($1)" }.joined(separator: "&"))
    }

    mutating func token(
        form: String, mediaType: String = "application/x-www-form-urlencoded", query: String = ""
    ) throws -> Answer {
        try answer("/v2.5/oauth/token", query: query, mediaType: mediaType, body: form)
    }

    /// - Parameter path: after the client, such as `customers/search?dob=…`.
    mutating func get(_ path: String) throws -> Answer {
        let parts = path.split(separator: "?", maxSplits: 1)
        return try answer(
            "/v2.5/client-id/\(clientID)/\(parts[0])", query: parts.count > 1 ? String(parts[1]) : "")
    }

    mutating func post(_ path: String, _ body: JSON? = nil, version: String = "v2.5") throws -> Answer {
        try post(path, text: body?.written ?? "", version: version)
    }

    mutating func post(
        _ path: String, text: String, mediaType: String? = "application/json", version: String = "v2.5"
    ) throws -> Answer {
        let parts = path.split(separator: "?", maxSplits: 1)
        return try answer(
            "/\(version)/client-id/\(clientID)/\(parts[0])", query: parts.count > 1 ? String(parts[1]) : "",
            mediaType: mediaType, body: text)
    }

    private mutating func answer(
        _ path: String, query: String = "", mediaType: String? = nil, body: String = ""
    ) throws -> Answer {
        let target = Route.base + path
        guard let route = Route(path: target) else { throw NoSuchPath(path: target) }
        let call = Call(
            route: route, target: target, query: FormFields(query),
            authorization: token.map { "Bearer \($0)" },
            referenceID: reference, mediaType: mediaType, body: Array(body.utf8))
        return api.answer(call, at: now)
    }

    struct NoSuchPath: Error {
        let path: String
    }
}

extension Answer {
    /// The code of a refusal.
    var code: String? { body["error"]?.string }

    /// The inputs that a refusal names, in either spelling.
    var wrongInputs: [String] {
        guard case .array(let fields)? = body["field_errors"] ?? body["error_fields"] else { return [] }
        return fields.compactMap { $0["param"]?.string }
    }
}

extension JSON {
    subscript(index: Int) -> JSON? {
        guard case .array(let items) = self, items.indices.contains(index) else { return nil }
        return items[index]
    }

    var count: Int? {
        if case .array(let items) = self { items.count } else { nil }
    }

    var names: [String] {
        if case .object(let members) = self { members.map(\.name) } else { [] }
    }
}
