extension StandInAPI {
    /// `customers/lookup`: one account by exactly one of its three numbers. None or several are `wrong_inputs` here; the
    /// contract doesn't say.
    func lookup(_ call: Call) throws(Refusal) -> JSON {
        let language = try language(of: call)
        let account = try accountOfQuery(query(of: call))
        guard account.seed.isActive else {
            throw .business("user_not_active", "The account has not been activated.")
        }
        guard account.isNormal else {
            throw .business("user_not_able_to_purchase", "The account's status is not normal.")
        }
        guard account.isPrime || client(of: call)?.acceptsNonprime == true else {
            throw .business(
                "merchant_not_support_nonprime_regularpurchase",
                "This merchant does not sell to non-prime customers.")
        }
        return details(account, language)
    }

    private func accountOfQuery(_ query: FormFields) throws(Refusal) -> Account {
        let keys = ["vcc_number", "account_number", "customer_id"].compactMap { name in
            query[name].map { (name: name, value: $0) }
        }
        guard let key = keys.first else { throw .wrongInput("account_number") }
        guard keys.count == 1 else { throw .wrongInput(keys[1].name, .string(keys[1].value)) }
        let isValid =
            switch key.name {
            case "vcc_number": key.value.isDigits(1...16)
            case "account_number": key.value.isDigits(1...14)
            default: (1...20).contains(key.value.utf8.count)
            }
        guard isValid else { throw .wrongInput(key.name, .string(key.value)) }
        let found = accounts.first { account in
            switch key.name {
            case "vcc_number": account.seed.cards.contains(key.value)
            case "account_number": account.seed.accountNumber == key.value
            default: account.seed.customerId == key.value
            }
        }
        guard let found else { throw .notFound }
        return found
    }

    private func details(_ account: Account, _ language: Language) -> JSON {
        let seed = account.seed
        let holder = account.holder
        let isOldest = variants == .oldest
        return [
            "available_credit": seed.availableCredit.json(quoted: isOldest),
            "account_number": accountNumber(account),
            "customer_id": customerID(account, quoted: false),
            "security_qid": questions(account, language),
            "address_1": .string(holder.address1),
            "address_2": holder.address2.map { .string($0) } ?? (isOldest ? .null : nil),
            "city": .string(holder.city),
            "postal_code": .string(holder.postalCode),
            "province": .string(holder.province),
            "payment_protection": flag(seed.paymentProtection),
            "risk_rating": variants == .newest ? nil : .string(seed.riskRating),
            "offer_types": .array(
                self.seed.plans.filter { seed.plans.contains($0.id) }.map { offer($0, language) }),
            "preferred_language": .string(account.tagInCapitals),
            "card_ending_in": .string(account.cardEnding),
            "email": holder.email.map { .string(isOldest ? $0 : $0.maskedAddress) },
            "phone_number": holder.phone.map { .string(isOldest ? $0 : "***-***-" + $0.suffix(4)) },
            "account_type": .string(seed.type),
        ]
    }

    /// A list; on the oldest pages a single question stands alone, its id a text.
    private func questions(_ account: Account, _ language: Language) -> JSON {
        let questions = account.seed.answers.compactMap { answer in
            seed.questions.first { $0.id == answer.id }
        }
        let list = questions.map { question -> JSON in
            let id = String(question.id)
            return [
                "id": variants == .oldest ? .string(id) : .number(id),
                "text": .string(question.text[language]),
            ]
        }
        return variants == .oldest && list.count == 1 ? list[0] : .array(list)
    }

    private func flag(_ value: Bool) -> JSON {
        switch variants {
        case .sample: value ? 1 : 0
        case .newest: .boolean(value)
        case .oldest: value ? "1" : "0"
        }
    }

    /// Numbers by the tables, texts by the samples.
    private func offer(_ plan: Seed.Plan, _ language: Language) -> JSON {
        func number(_ value: Int) -> JSON {
            variants == .newest ? .number(String(value)) : .string(String(value))
        }
        let terms = plan.terms.map(number)
        return [
            "plan_name": .string(plan.name[language]),
            "plan_id": number(plan.id),
            "offer_category": .string(plan.category),
            "term_options": variants == .oldest && terms.count == 1 ? terms[0] : .array(terms),
        ]
    }
}

extension String {
    /// `abinet@example.com` is `a***inet@example.com`.
    fileprivate var maskedAddress: String {
        let parts = split(separator: "@", maxSplits: 1)
        guard parts.count == 2 else { return "***" }
        return parts[0].prefix(1) + "***" + parts[0].dropFirst().suffix(4) + "@" + parts[1]
    }
}
