import AAMVA

extension StandInAPI {
    /// `customers/search`: each account of the people by that name and birth date. Nobody is `not_found`, never `[]`.
    func search(_ call: Call) throws(Refusal) -> JSON {
        let query = try query(of: call)
        let firstName = try text(query, "first_name", atMost: 35)
        let lastName = try text(query, "last_name", atMost: 50)
        let birthDate = try text(query, "dob", atMost: 10)
        guard birthDate.isDate else { throw .wrongInput("dob", .string(birthDate)) }
        let postalCode = query["postal_code"]
        if let postalCode, !postalCode.isPostalCode { throw .wrongInput("postal_code", .string(postalCode)) }
        let found = accounts.filter {
            $0.holder.firstName.lowercased() == firstName.lowercased()
                && $0.holder.lastName.lowercased() == lastName.lowercased()
                && $0.holder.dob == birthDate
                && (postalCode == nil || $0.holder.postalCode == postalCode?.uppercased())
        }
        guard !found.isEmpty else { throw .notFound }
        return .array(found.map(result))
    }

    private func text(_ query: FormFields, _ name: String, atMost limit: Int) throws(Refusal) -> String {
        guard let text = query[name] else { throw .wrongInput(name) }
        guard (1...limit).contains(text.unicodeScalars.count) else { throw .wrongInput(name, .string(text)) }
        return text
    }

    private func result(_ account: Account) -> JSON {
        let seed = account.seed
        let isOldest = variants == .oldest
        return [
            "customer_id": customerID(account, quoted: true),
            "account_status": .string(account.status),
            "account_status_reason_code": account.reason.map { .string($0) },
            isOldest ? "tos" : "tos_agreement": .boolean(seed.tosAgreement),
            "risk_rating": .string(seed.riskRating),
            "account_number": accountNumber(account),
            "credit_limit": seed.creditLimit.json(quoted: !isOldest),
            "available_credit": seed.availableCredit.json(quoted: !isOldest),
            "originating_merchant_id": .string(seed.merchantId),
            "originating_merchant_name": .string(seed.merchantName),
            "creation_date": .string(seed.creationDate),
            "first_name": .string(account.holder.firstName),
            "last_name": .string(account.holder.lastName),
            "card_ending_in": .string(account.cardEnding),
            "preferred_language": .string(isOldest ? account.tagInCapitals : account.tag),
            accountTypeName: .string(seed.type),
        ]
    }

    private var accountTypeName: String {
        switch variants {
        case .sample: "account_type"
        case .newest: "customer_account_type"
        case .oldest: "account-type"
        }
    }
}

extension StandInAPI {
    /// Text on the newest pages and a number on the oldest; the samples have both. One with a hyphen is always text.
    func customerID(_ account: Account, quoted: Bool) -> JSON {
        let id = account.seed.customerId
        let isText = !id.isDigits(1...12) || variants == .newest || (variants == .sample && quoted)
        return isText ? .string(id) : .number(id)
    }

    func accountNumber(_ account: Account) -> JSON {
        let number = account.seed.accountNumber
        return variants == .oldest ? .string(number) : .number(number)
    }
}

extension Account {
    var cardEnding: String { String(seed.cards[0].suffix(4)) }

    fileprivate var tag: String { "\(holder.language.rawValue)-CA" }

    /// As the lookup's sample prints it.
    var tagInCapitals: String { "\(holder.language.rawValue.uppercased())_CA" }
}

extension String {
    /// Whether it is a day of the calendar, written YYYY-MM-DD.
    fileprivate var isDate: Bool {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), parts.joined().isDigits(8...8)
        else { return false }
        return CalendarDate(year: year, month: month, day: day) != nil
    }

    /// A Canadian postal code of six characters, without the space.
    fileprivate var isPostalCode: Bool {
        guard utf8.count == 6 else { return false }
        return utf8.enumerated().allSatisfy { index, byte in
            index.isMultiple(of: 2)
                ? (0x41...0x5A).contains(byte & ~0x20) : (0x30...0x39).contains(byte)
        }
    }
}
