import Scanning

/// What a customer may choose for an amount, as calculate-interest tells it in either version.
///
/// Only the account's number is required; what else is absent or unreadable is unknown, and a purchase that is not on offer
/// is `nil`.
struct InterestOffers: Sendable {
    struct Customer: Sendable {
        let firstName: String?
        let lastName: String?
        let category: String?
        let availableCredit: DecimalNumber?
        /// The yearly rate as a fraction: 0.3099 is 30.99 %.
        let annualRate: DecimalNumber?
    }

    struct RegularPurchase: Sendable {
        let amount: DecimalNumber?
        let annualRate: DecimalNumber?
        /// Whether a verification may be asked for with the format `regular_purchase_bypass`.
        let maySkipVerification: Bool?
        let fees: [Fee]
    }

    struct Plan: Sendable {
        let id: String?
        let name: String?
        let terms: [Term]
    }

    struct Term: Sendable {
        /// In months.
        let length: Int?
        /// Of each month.
        let amount: DecimalNumber?
        let rates: [Rate]
        let fees: [Fee]
    }

    struct Rate: Sendable {
        let description: String?
        let rate: DecimalNumber?
        let type: String?
        let message: String?
    }

    struct Fee: Sendable {
        let description: String?
        let amount: DecimalNumber?
        /// Such as `admin_total` and `admin_monthly`; an open list.
        let type: String?
        /// What the shop must show to the customer.
        let message: String?
    }

    let accountNumber: String
    let accountType: String?
    let amount: DecimalNumber?
    let customer: Customer?
    let regular: RegularPurchase?
    let plans: [Plan]
}

extension InterestOffers {
    init?(_ json: JSONValue) {
        guard let account = json["account_number"]?.id else { return nil }
        accountNumber = account
        accountType = json["customer_account_type", "account_type", "account-type"]?.text
        amount = json["amount"]?.money
        customer = json["customer"].flatMap { $0.isObject ? Customer($0) : nil }
        regular = json["regular_purchase"].flatMap { $0.isObject ? RegularPurchase($0) : nil }
        plans = (json["promotional_purchase"]?.list ?? []).filter(\.isObject).map { Plan($0) }
    }
}

extension InterestOffers.Customer {
    fileprivate init(_ json: JSONValue) {
        firstName = json["first_name"]?.text
        lastName = json["last_name"]?.text
        category = json["category_type", "customer_category_type"]?.text
        availableCredit = json["available_credit"]?.money
        annualRate = json["air"]?.rate
    }
}

extension InterestOffers.RegularPurchase {
    fileprivate init(_ json: JSONValue) {
        amount = json["term_amount"]?.money
        annualRate = json["air"]?.rate
        maySkipVerification = json["verify"]?.flag
        fees = json.fees
    }
}

extension InterestOffers.Plan {
    fileprivate init(_ json: JSONValue) {
        id = json["plan_id"]?.id
        name = json["plan_name"]?.text
        terms = (json["terms"]?.list ?? []).filter(\.isObject).map { InterestOffers.Term($0) }
    }
}

extension InterestOffers.Term {
    /// Version 2.5 gives a bare `apr`, 2.5.1 one or several `annual_rates`.
    fileprivate init(_ json: JSONValue) {
        length = json["term"]?.smallNumber
        amount = json["term_amount"]?.money
        fees = json.fees
        let given = (json["annual_rates"]?.list ?? []).filter(\.isObject).map { InterestOffers.Rate($0) }
        let rates = given.filter { $0.rate != nil || $0.description != nil || $0.message != nil }
        let bare = json["apr"]?.rate.map {
            InterestOffers.Rate(description: nil, rate: $0, type: "apr", message: nil)
        }
        self.rates = rates.isEmpty ? bare.map { [$0] } ?? [] : rates
    }
}

extension InterestOffers.Rate {
    fileprivate init(_ json: JSONValue) {
        description = json["description"]?.text
        rate = json["rate"]?.rate
        type = json["type"]?.text
        message = json["message"]?.text
    }
}

extension InterestOffers.Fee {
    fileprivate init(_ json: JSONValue) {
        description = json["description"]?.text
        amount = json["amount"]?.money
        type = json["type"]?.text
        message = json["message"]?.text
    }
}

extension JSONValue {
    fileprivate var fees: [InterestOffers.Fee] {
        (self["fees"]?.list ?? []).filter(\.isObject).map { InterestOffers.Fee($0) }
    }
}

extension InterestOffers: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "InterestOffers(\(plans.count) plans)" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
