import Scanning

/// One account as customers/lookup tells of it.
///
/// Only the two ids are required; what else is absent or unreadable is unknown.
struct AccountDetails: Sendable {
    struct SecurityQuestion: Sendable {
        let id: String
        let text: String?
    }

    struct Offer: Sendable {
        let planID: String?
        let planName: String?
        let category: String?
        /// In months.
        let terms: [Int]
    }

    let accountNumber: String
    let customerID: String
    let accountType: String?
    let availableCredit: DecimalNumber?
    let riskRating: String?
    let isInsured: Bool?
    let cardEndingIn: String?
    let language: String?
    let street1: String?
    let street2: String?
    let city: String?
    let province: String?
    let postalCode: String?
    /// Masked, so that the customer can tell where a PIN goes; never an applicant's.
    let email: String?
    let phoneNumber: String?
    let questions: [SecurityQuestion]
    let offers: [Offer]

    init?(_ json: JSONValue) {
        guard let account = json["account_number"]?.id, let customer = json["customer_id"]?.id else {
            return nil
        }
        accountNumber = account
        customerID = customer
        accountType = json["customer_account_type", "account_type", "account-type"]?.text
        availableCredit = json["available_credit"]?.money
        riskRating = json["risk_rating"]?.text
        isInsured = json["payment_protection"]?.flag
        cardEndingIn = json["card_ending_in"]?.text
        language = json["preferred_language"]?.language
        street1 = json["address_1"]?.text
        street2 = json["address_2"]?.text
        city = json["city"]?.text
        province = json["province"]?.text
        postalCode = json["postal_code"]?.text
        email = json["email"]?.text
        phoneNumber = json["phone_number"]?.text
        questions = (json["security_qid"]?.list ?? []).compactMap { SecurityQuestion($0) }
        offers = (json["offer_types"]?.list ?? []).filter(\.isObject).map { Offer($0) }
    }
}

extension AccountDetails.SecurityQuestion {
    init?(_ json: JSONValue) {
        guard let id = json["id"]?.id else { return nil }
        self.id = id
        text = json["text"]?.text
    }
}

extension AccountDetails.Offer {
    init(_ json: JSONValue) {
        planID = json["plan_id"]?.id
        planName = json["plan_name"]?.text
        category = json["offer_category"]?.text
        terms = (json["term_options"]?.list ?? []).compactMap(\.smallNumber)
    }
}

extension JSONWriter {
    mutating func accountDetails(_ account: AccountDetails) {
        object {
            $0.member("account_number", account.accountNumber)
            $0.member("customer_id", account.customerID)
            $0.member("account_type", ifPresent: account.accountType)
            $0.member("available_credit", ifPresent: account.availableCredit?.money)
            $0.member("risk_rating", ifPresent: account.riskRating)
            $0.member("payment_protection", ifPresent: account.isInsured)
            $0.member("card_ending_in", ifPresent: account.cardEndingIn)
            $0.member("preferred_language", ifPresent: account.language)
            $0.member("address_1", ifPresent: account.street1)
            $0.member("address_2", ifPresent: account.street2)
            $0.member("city", ifPresent: account.city)
            $0.member("province", ifPresent: account.province)
            $0.member("postal_code", ifPresent: account.postalCode)
            $0.member("email", ifPresent: account.email)
            $0.member("phone_number", ifPresent: account.phoneNumber)
            $0.key("security_qid")
            $0.array { for question in account.questions { $0.question(question) } }
            $0.key("offer_types")
            $0.array { for offer in account.offers { $0.offer(offer) } }
        }
    }

    private mutating func question(_ question: AccountDetails.SecurityQuestion) {
        object {
            $0.member("id", question.id)
            $0.member("text", ifPresent: question.text)
        }
    }

    private mutating func offer(_ offer: AccountDetails.Offer) {
        object {
            $0.member("plan_id", ifPresent: offer.planID)
            $0.member("plan_name", ifPresent: offer.planName)
            $0.member("offer_category", ifPresent: offer.category)
            $0.key("term_options")
            $0.array { for term in offer.terms { $0.number(term) } }
        }
    }
}

extension AccountDetails: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "AccountDetails(\(questions.count) questions, \(offers.count) offers)" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
