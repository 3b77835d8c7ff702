extension StandInAPI {
    /// `accounts/…/calculate-interest`: what an amount costs a month, by each plan of the customer.
    ///
    /// An instalment is an annuity's, with the plan's fee: a monthly one on top, a total one spread over the months. The
    /// samples come out so, but for one that is put together from pages of different amounts.
    func interest(_ call: Call, at now: ContinuousClock.Instant) throws(Refusal) -> JSON {
        let language = try language(of: call)
        let body = try object(of: call)
        guard case .number(let letters)? = body["amount"], let amount = Money(letters), amount.cents > 0
        else { throw .wrongInput("amount", body["amount"]) }
        let account = accounts[try self.account(of: call)]
        guard account.isNormal else {
            throw .business("user_not_able_to_purchase", "The account's status is not normal.")
        }
        // Nothing is on offer beyond the credit: then the parts are absent.
        let isAffordable = amount <= account.seed.availableCredit
        let plans = seed.plans.filter { isAffordable && account.seed.plans.contains($0.id) }
        let isCurrent = call.route.version == .v251
        return [
            "account_number": accountNumber(account),
            "account_type": isCurrent ? .string(account.seed.type) : nil,
            "amount": money(amount),
            "customer": customer(account),
            "regular_purchase": isAffordable && account.seed.regularPurchase
                ? regularPurchase(account, amount, at: now) : nil,
            "promotional_purchase": plans.isEmpty
                ? nil : .array(plans.map { offer($0, amount, language, isCurrent) }),
        ]
    }

    private func customer(_ account: Account) -> JSON {
        [
            "air": rate(account.seed.air),
            "available_credit": money(account.seed.availableCredit),
            "first_name": .string(account.holder.firstName),
            "last_name": .string(account.holder.lastName),
            variants == .oldest ? "customer_category_type" : "category_type": .string(account.category),
        ]
    }

    private static let mostWithoutVerifying = Money(cents: 200_00)

    private func regularPurchase(
        _ account: Account, _ amount: Money, at now: ContinuousClock.Instant
    ) -> JSON {
        let mayBypass = amount <= Self.mostWithoutVerifying && account.mayBypass(at: now)
        return [
            "term_amount": money(amount),
            "air": rate(account.seed.air),
            "fees": [],
            "verify": variants == .oldest ? nil : .boolean(mayBypass),
        ]
    }

    private func offer(_ plan: Seed.Plan, _ amount: Money, _ language: Language, _ isCurrent: Bool) -> JSON {
        let terms = plan.terms.map { months -> JSON in
            let instalment = plan.instalment(of: amount, months: months)
            return [
                "term": .number(String(months)),
                "term_amount": money(instalment),
                isCurrent ? "annual_rates" : "apr": isCurrent ? annualRates(plan, language) : rate(plan.rate),
                "fees": .array(plan.fee.map { [fee($0, language)] } ?? []),
            ]
        }
        return [
            "plan_id": .number(String(plan.id)),
            "plan_name": isCurrent && variants != .oldest ? .string(plan.name[language]) : nil,
            "terms": .array(terms),
        ]
    }

    /// Four members by the table, three by the change log.
    private func annualRates(_ plan: Seed.Plan, _ language: Language) -> JSON {
        let isFrench = language == .fr
        return [
            "description": isFrench ? "Taux d'intérêt annuel" : "Annual interest rate",
            "rate": rate(plan.rate),
            "type": "fixed",
            "message": variants == .oldest
                ? nil
                : isFrench
                    ? "Le taux est fixe pour la durée du plan." : "The rate is fixed for the plan's term.",
        ]
    }

    private func fee(_ fee: Seed.Fee, _ language: Language) -> JSON {
        [
            "description": .string(fee.description[language]),
            "amount": money(fee.amount),
            "type": variants == .oldest ? "admin" : .string(fee.type),
            "message": .string(fee.message[language]),
        ]
    }

    private func money(_ amount: Money) -> JSON { amount.json(quoted: variants == .oldest) }

    private func rate(_ rate: Double) -> JSON {
        let letters = rate == 0 ? "0" : "\(rate)"
        return variants == .oldest ? .string(letters) : .number(letters)
    }
}

extension Seed.Plan {
    /// What is to be paid each month.
    func instalment(of amount: Money, months: Int) -> Money {
        let total = fee?.type == "admin_total" ? (fee?.amount.cents ?? 0) : 0
        let monthly = fee?.type == "admin_monthly" ? (fee?.amount.cents ?? 0) : 0
        let monthlyRate = rate / 12
        let growth = (0..<months).reduce(1.0) { growth, _ in growth * (1 + monthlyRate) }
        let share = rate == 0 ? 1 / Double(months) : monthlyRate * growth / (growth - 1)
        let dollars = Double(amount.cents) / 100 * share + Double(total) / 100 / Double(months)
        return Money(cents: Money(rounding: dollars).cents + monthly)
    }
}
