import Scanning

/// One account as customers/search tells of it.
///
/// What is absent or unreadable is `nil`, which means unknown: a reader that fails on a member nobody needs would lose the
/// rest. Only the two ids are required.
struct Account: Sendable {
    let customerID: String
    let accountNumber: String
    /// `N` normal, the only one that may buy; any other may not.
    let status: String?
    let statusReason: String?
    let acceptedTerms: Bool?
    /// An open list.
    let riskRating: String?
    let accountType: String?
    let creditLimit: DecimalNumber?
    let availableCredit: DecimalNumber?
    let merchantID: String?
    let merchantName: String?
    let creationDate: String?
    let firstName: String?
    let lastName: String?
    let cardEndingIn: String?
    let language: String?

    init?(_ json: JSONValue) {
        guard let customer = json["customer_id"]?.id, let account = json["account_number"]?.id else {
            return nil
        }
        customerID = customer
        accountNumber = account
        status = json["account_status"]?.text
        statusReason = json["account_status_reason_code"]?.text
        acceptedTerms = json["tos_agreement", "tos"]?.flag
        riskRating = json["risk_rating"]?.text
        accountType = json["customer_account_type", "account_type", "account-type"]?.text
        creditLimit = json["credit_limit"]?.money
        availableCredit = json["available_credit"]?.money
        merchantID = json["originating_merchant_id"]?.text
        merchantName = json["originating_merchant_name"]?.text
        creationDate = json["creation_date"]?.text
        firstName = json["first_name"]?.text
        lastName = json["last_name"]?.text
        cardEndingIn = json["card_ending_in"]?.text
        language = json["preferred_language"]?.language
    }
}

extension JSONWriter {
    mutating func account(_ account: Account) {
        object {
            $0.member("customer_id", account.customerID)
            $0.member("account_number", account.accountNumber)
            $0.member("account_status", ifPresent: account.status)
            $0.member("account_status_reason_code", ifPresent: account.statusReason)
            $0.member("tos_agreement", ifPresent: account.acceptedTerms)
            $0.member("risk_rating", ifPresent: account.riskRating)
            $0.member("account_type", ifPresent: account.accountType)
            $0.member("credit_limit", ifPresent: account.creditLimit?.money)
            $0.member("available_credit", ifPresent: account.availableCredit?.money)
            $0.member("originating_merchant_id", ifPresent: account.merchantID)
            $0.member("originating_merchant_name", ifPresent: account.merchantName)
            $0.member("creation_date", ifPresent: account.creationDate)
            $0.member("first_name", ifPresent: account.firstName)
            $0.member("last_name", ifPresent: account.lastName)
            $0.member("card_ending_in", ifPresent: account.cardEndingIn)
            $0.member("preferred_language", ifPresent: account.language)
        }
    }

    /// Writes nothing for `nil`: what is unknown has no member.
    mutating func member(_ name: StaticString, ifPresent value: Bool?) {
        if let value { member(name, value) }
    }
}

extension Account: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "Account" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
