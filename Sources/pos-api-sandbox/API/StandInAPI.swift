/// The POS API's operations on made-up accounts, in memory.
///
/// A call goes in with the time and its answer comes out; nothing waits, nothing is written.
///
/// Source: `docs/pos-api.openapi.yaml`.
struct StandInAPI: Sendable {
    let seed: Seed
    let variants: Variants
    var accounts: [Account]
    var tokens: TokenStore
    /// The PINs that were sent, the latest last; the oldest ones go.
    private(set) var messages: [SentMessage] = []

    private static let mostMessages = 100

    init(seed: Seed, variants: Variants, tokenLife: Duration) {
        self.seed = seed
        self.variants = variants
        accounts = seed.people.flatMap { person in person.accounts.map { Account($0, of: person) } }
        tokens = TokenStore(life: tokenLife)
    }

    mutating func answer(_ call: Call, at now: ContinuousClock.Instant) -> Answer {
        do throws(Refusal) {
            return Answer(body: try respond(to: call, at: now))
        } catch {
            return error.answer(to: call.target, variants)
        }
    }

    private mutating func respond(to call: Call, at now: ContinuousClock.Instant) throws(Refusal) -> JSON {
        if call.route.operation != .token { try authorize(call, at: now) }
        try checkReference(call)
        return switch call.route.operation {
        case .token: try token(call, at: now)
        case .search: try search(call)
        case .lookup: try lookup(call)
        case .verify: try verify(call, at: now)
        case .driverslicense: try driversLicense(call)
        case .close: try close(call)
        case .interest: try interest(call, at: now)
        }
    }

    /// Whether the call's token reaches the operation, and is its client's.
    private func authorize(_ call: Call, at now: ContinuousClock.Instant) throws(Refusal) {
        let words = (call.authorization ?? "").split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer",
            let grant = tokens.grant(String(words[1]), at: now)
        else { throw .invalidToken }
        guard grant.scope == .merchant || !call.route.operation.needsMerchant else {
            throw .insufficientScope
        }
        guard grant.clientID == call.route.clientID else { throw .invalidRole }
    }

    /// The client that a call's path names.
    func client(of call: Call) -> Seed.Client? {
        seed.clients.first { $0.id == call.route.clientID }
    }

    /// A GUID of 32 hex digits, or of 36 characters with its hyphens.
    private func checkReference(_ call: Call) throws(Refusal) {
        guard let reference = call.referenceID else { throw .wrongInput("x-reference-id") }
        let groups = reference.split(separator: "-", omittingEmptySubsequences: false)
        let lengths = groups.map(\.utf8.count)
        guard lengths == [32] || lengths == [8, 4, 4, 4, 12],
            groups.allSatisfy({ $0.utf8.allSatisfy(\.isHexDigit) })
        else { throw .wrongInput("x-reference-id", .string(reference)) }
    }

    /// The index of the path's account.
    func account(of call: Call) throws(Refusal) -> Int {
        let number = call.route.accountNumber
        guard number.isDigits(1...14) else { throw .wrongInput("account_number", .string(number)) }
        guard let index = accounts.firstIndex(where: { $0.seed.accountNumber == number }) else {
            throw .notFound
        }
        return index
    }

    /// The query's `lang`, English by default.
    func language(of call: Call) throws(Refusal) -> Language {
        guard let text = try query(of: call)["lang"] else { return .en }
        guard let language = Language(rawValue: text) else { throw .wrongInput("lang", .string(text)) }
        return language
    }

    func query(of call: Call) throws(Refusal) -> FormFields {
        guard let query = call.query else { throw .wrongInput("query", .string(call.target)) }
        return query
    }

    /// The body, which must be a JSON object and say so.
    func object(of call: Call) throws(Refusal) -> JSON {
        guard call.mediaType == "application/json", let body = JSON(reading: call.body), body.isObject else {
            throw .wrongInput("body", .string(String(decoding: call.body, as: UTF8.self)))
        }
        return body
    }

    mutating func send(_ message: SentMessage) {
        messages.append(message)
        if messages.count > Self.mostMessages { messages.removeFirst() }
    }
}

extension Operation {
    /// Source: `docs/pos-api.openapi.yaml`, N36: the published list of what a customer's token reaches lacks these.
    fileprivate var needsMerchant: Bool { self == .search || self == .lookup }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
