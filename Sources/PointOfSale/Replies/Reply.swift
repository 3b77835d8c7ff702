import Scanning

/// What a call was answered with, read tolerantly, and written in one form whatever form it came in.
enum Reply: Sendable {
    case accounts([Account])
    case account(AccountDetails)
    case verification(Verification)
    case offers(InterestOffers)
    case closed
    case applicant(Applicant)

    /// - Throws: `malformedReply`, `severalAccounts`, or what the reply refuses.
    init(_ reply: HTTPReply, to call: PointOfSaleCall) throws(PointOfSaleError) {
        // Nobody found is an answer.
        if call == .search, reply.status == 404 {
            self = .accounts([])
            return
        }
        guard reply.status == 200 else { throw PointOfSaleError(reply) }
        if call == .close, reply.body.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
            self = .closed
            return
        }
        guard let json = JSONValue(reply.body), let value = try Self.value(of: json, call) else {
            throw PointOfSaleError(.malformedReply, status: 200)
        }
        self = value
    }

    private static func value(of json: JSONValue, _ call: PointOfSaleCall) throws(PointOfSaleError) -> Reply?
    {
        switch call {
        case .search: return accounts(json).map { .accounts($0) }
        case .lookup: return try oneAccount(json).map { .account($0) }
        case .verify: return Verification(json).map { .verification($0) }
        case .interest: return InterestOffers(json).map { .offers($0) }
        case .close: return json.isObject ? .closed : nil
        case .driversLicense: return json.isObject ? .applicant(Applicant(json)) : nil
        case .token: return nil
        }
    }

    /// All or none: a list from which one account was dropped would be taken for whole.
    private static func accounts(_ json: JSONValue) -> [Account]? {
        guard case .array(let items) = json else { return nil }
        let accounts = items.compactMap { Account($0) }
        return accounts.count == items.count ? accounts : nil
    }

    private static func oneAccount(_ json: JSONValue) throws(PointOfSaleError) -> AccountDetails? {
        guard case .array(let items) = json else { return AccountDetails(json) }
        guard items.count <= 1 else { throw PointOfSaleError(.severalAccounts, status: 200) }
        return items.first.flatMap { AccountDetails($0) }
    }

    /// The reply in `docs/pos-api.md`'s form.
    var json: [UInt8] {
        var json = JSONWriter()
        switch self {
        case .accounts(let accounts): json.array { for account in accounts { $0.account(account) } }
        case .account(let account): json.accountDetails(account)
        case .verification(let verification): json.verification(verification)
        case .offers(let offers): json.interestOffers(offers)
        case .closed: json.object { _ in }
        case .applicant(let applicant): json.applicant(applicant)
        }
        return json.bytes
    }
}

extension Reply: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Which reply, never what it holds.
    var description: String {
        switch self {
        case .accounts(let accounts): "Reply(\(accounts.count) accounts)"
        case .account: "Reply(account)"
        case .verification: "Reply(verification)"
        case .offers: "Reply(offers)"
        case .closed: "Reply(closed)"
        case .applicant: "Reply(applicant)"
        }
    }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
