import AAMVA
public import Scanning

/// One call with its parameters, checked against the contract's limits before anything is sent.
public struct PointOfSaleRequest: Hashable, Sendable {
    /// How a customer shows who they are.
    enum VerifyFormat: String, CaseIterable {
        case email, sms
        case securityQuestion = "security_question"
        case regularPurchaseBypass = "regular_purchase_bypass"
        case merchantOverride = "merchant_override"
    }

    /// The language of the texts in an answer.
    enum Language: String, CaseIterable {
        case english = "en"
        case french = "fr"
    }

    struct QueryItem: Hashable, Sendable {
        let name: String
        let value: String
    }

    public let call: PointOfSaleCall
    /// What the path names; at most 14 digits.
    private(set) var accountNumber = ""
    private(set) var query: [QueryItem] = []
    /// JSON; `nil` where the call has no body.
    private(set) var body: [UInt8]?

    /// - Parameter parameters: by the contract's names; `docs/pos-api.md` lists them with their limits.
    public init(_ call: PointOfSaleCall, parameters: [String: CallParameter]) throws(ParameterError) {
        self.call = call
        var parameters = Parameters(parameters)
        switch call {
        case .search: try takeSearch(&parameters)
        case .lookup: try takeLookup(&parameters)
        case .verify: try takeVerify(&parameters)
        case .interest: try takeInterest(&parameters)
        case .close: try takeAccount(&parameters)
        case .driversLicense: try takeLicense(&parameters)
        case .token: break
        }
        try parameters.finish()
    }

    /// - Parameter payload: UTF-8.
    static func driversLicense(_ payload: [UInt8]) -> PointOfSaleRequest {
        PointOfSaleRequest(licensePayload: String(decoding: payload, as: UTF8.self))
    }

    private init(licensePayload text: String) {
        call = .driversLicense
        body = Self.json { $0.member("code", text) }
    }

    private mutating func takeSearch(_ parameters: inout Parameters) throws(ParameterError) {
        add("first_name", try parameters.text("first_name", limit: Limit.firstName).required("first_name"))
        add("last_name", try parameters.text("last_name", limit: Limit.lastName).required("last_name"))
        let birth = try parameters.value("dob", "a date, YYYY-MM-DD") { CalendarDate(iso8601: $0)?.iso8601 }
        add("dob", try birth.required("dob"))
        add(
            "postal_code",
            try parameters.value("postal_code", "a Canadian postal code, A1A1A1") { $0.canadianPostalCode })
    }

    private mutating func takeLookup(_ parameters: inout Parameters) throws(ParameterError) {
        add("vcc_number", try parameters.digits("vcc_number", limit: Limit.cardNumber))
        add("account_number", try parameters.digits("account_number", limit: Limit.accountNumber))
        add(
            "customer_id",
            try parameters.value("customer_id", "digits, or digits-digits, at most 20") { $0.customerID })
        guard query.count == 1 else {
            throw ParameterError("account_number", .form("one of account_number, vcc_number and customer_id"))
        }
        add("lang", try parameters.choice("lang", Language.self)?.rawValue)
    }

    private mutating func takeVerify(_ parameters: inout Parameters) throws(ParameterError) {
        try takeAccount(&parameters)
        let format = try parameters.choice("format", VerifyFormat.self).required("format")
        let request = try parameters.text("request_id", limit: Limit.requestID).required("request_id")
        let card = try parameters.digits("vcc_number", limit: Limit.cardNumber)
        var question: String?
        var answer: String?
        if format == .securityQuestion {
            question = try parameters.digits("security_qid", limit: Limit.questionID).required("security_qid")
            answer = try parameters.text("security_answer", limit: Limit.answer).required("security_answer")
        } else if let name = ["security_qid", "security_answer"].first(where: { parameters.has($0) }) {
            throw ParameterError(name, .misplaced("only with format security_question"))
        }
        body = Self.json {
            $0.member("format", format.rawValue)
            $0.member("request_id", request)
            $0.member("vcc_number", ifPresent: card)
            $0.member("security_qid", ifPresent: question)
            $0.member("security_answer", ifPresent: answer)
        }
    }

    private mutating func takeInterest(_ parameters: inout Parameters) throws(ParameterError) {
        try takeAccount(&parameters)
        let amount = try parameters.value("amount", "an amount above zero with at most two decimals") {
            DecimalNumber(money: $0).flatMap { $0.units > 0 ? $0.text : nil }
        }
        let number = try amount.required("amount")
        body = Self.json {
            $0.key("amount")
            $0.number(literal: number)
        }
        add("lang", try parameters.choice("lang", Language.self)?.rawValue)
    }

    private mutating func takeAccount(_ parameters: inout Parameters) throws(ParameterError) {
        let number = try parameters.digits("account_number", limit: Limit.accountNumber)
        accountNumber = try number.required("account_number")
    }

    private mutating func takeLicense(_ parameters: inout Parameters) throws(ParameterError) {
        let code = try parameters.payload("code", limit: Limit.payload).required("code")
        body = Self.json { $0.member("code", code) }
    }

    private mutating func add(_ name: String, _ value: String?) {
        if let value { query.append(QueryItem(name: name, value: value)) }
    }

    private static func json(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object(members)
        return json.bytes
    }
}

extension PointOfSaleRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The call's name, never what it carries.
    public var description: String { "PointOfSaleRequest(\(call.rawValue))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
