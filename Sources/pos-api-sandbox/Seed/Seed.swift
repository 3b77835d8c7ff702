/// What the sandbox knows when it starts. The keys in JSON are the properties' names with underscores.
///
/// Source: `docs/sandbox.md`, "Seed".
struct Seed: Decodable, Sendable {
    let clients: [Client]
    let questions: [Question]
    let plans: [Plan]
    let people: [Person]

    /// A merchant's program.
    struct Client: Decodable, Sendable {
        let id: String
        let secret: String
        /// Whether the developer's account may use the API at all; `invalid_role` where it may not.
        let isProvisioned: Bool
        let allowsMerchantOverride: Bool
        /// Whether the merchant sells to non-prime customers.
        let acceptsNonprime: Bool
    }

    /// A text in the API's two languages.
    struct Text: Decodable, Sendable {
        let en: String
        let fr: String
    }

    struct Question: Decodable, Sendable {
        let id: Int
        let text: Text
    }

    /// A plan that customers may pay by.
    struct Plan: Decodable, Sendable {
        let id: Int
        let name: Text
        let category: String
        /// Months, each a choice.
        let terms: [Int]
        /// A year's interest as a fraction, 0.0999.
        let rate: Double
        let fee: Fee?
    }

    struct Fee: Decodable, Sendable {
        /// `admin_total` or `admin_monthly`.
        let type: String
        let amount: Money
        let description: Text
        let message: Text
    }

    struct Person: Decodable, Sendable {
        let firstName: String
        let lastName: String
        /// YYYY-MM-DD.
        let dob: String
        let address1: String
        let address2: String?
        let city: String
        let province: String
        let postalCode: String
        let email: String?
        /// Ten digits.
        let phone: String?
        let language: Language
        let accounts: [Account]
    }

    struct Account: Decodable, Sendable {
        let customerId: String
        let accountNumber: String
        /// The holder's first, then those of authorised users.
        let cards: [String]
        /// N, A, F, Z or C.
        let status: String
        let reason: String
        let isActive: Bool
        let tosAgreement: Bool
        let riskRating: String
        /// `consumer` or `business`.
        let type: String
        let creditLimit: Money
        let availableCredit: Money
        /// A year's interest of a regular purchase, as a fraction.
        let air: Double
        let merchantId: String
        let merchantName: String
        let creationDate: String
        let paymentProtection: Bool
        let regularPurchase: Bool
        /// Ids of plans.
        let plans: [Int]
        let answers: [SecurityAnswer]
        /// Four digits.
        let pin: String
    }

    struct SecurityAnswer: Decodable, Sendable {
        /// Of a question.
        let id: Int
        let answer: String
    }
}

enum Language: String, Decodable, Sendable {
    case en
    case fr
}

extension Seed.Text {
    subscript(language: Language) -> String {
        switch language {
        case .en: en
        case .fr: fr
        }
    }
}
