import Scanning
import Testing

@testable import PointOfSale

/// What a call is checked for before anything is sent.
@Suite struct PointOfSaleRequestTests {
    private func error(_ call: PointOfSaleCall, _ parameters: [String: CallParameter]) -> ParameterError? {
        do throws(ParameterError) {
            _ = try PointOfSaleRequest(call, parameters: parameters)
            return nil
        } catch {
            return error
        }
    }

    private static let search: [String: CallParameter] = [
        "first_name": .text("John"), "last_name": .text("Smith"), "dob": .text("1974-05-15"),
    ]
    private static let verify: [String: CallParameter] = [
        "account_number": .text("20035156"), "format": .text("sms"), "request_id": .text("1"),
    ]

    private func refused(_ call: PointOfSaleCall, _ changes: [String: CallParameter?]) -> String? {
        var parameters: [String: CallParameter] =
            switch call {
            case .search: Self.search
            case .verify: Self.verify
            case .interest: ["account_number": .text("20035156"), "amount": .text("10")]
            default: [:]
            }
        for (name, value) in changes { parameters[name] = value }
        return error(call, parameters)?.parameter
    }

    @Test(
        arguments: [
            ["first_name": nil], ["last_name": nil], ["dob": nil], ["first_name": .text(" ")],
            ["first_name": .text(String(repeating: "A", count: 36))],
            ["first_name": .text("A" + String(repeating: "\u{301}", count: 35))],
            ["last_name": .text(String(repeating: "A", count: 51))],
            ["first_name": .number("1")], ["dob": .text("1974-02-30")], ["dob": .text("15/05/1974")],
            ["dob": .number("19740515")],
            ["postal_code": .text("90210")], ["postal_code": .text("M5J 2H")],
            ["postal_code": .boolean(true)],
            ["last_name": .text("A\u{0}B")], ["middle_name": .text("Q")],
        ] as [[String: CallParameter?]])
    func `a search outside the limits is refused by the parameter's name`(
        _ changes: [String: CallParameter?]
    ) throws {
        #expect(refused(.search, changes) == changes.keys.first)
    }

    @Test(
        arguments: [
            ["first_name": .text(String(repeating: "A", count: 35))],
            ["last_name": .text(String(repeating: "É", count: 50))],
            ["postal_code": .text("m5j-2h7")],
        ] as [[String: CallParameter?]])
    func `a search at the limits is taken`(_ changes: [String: CallParameter?]) {
        #expect(refused(.search, changes) == nil)
    }

    @Test func `a lookup wants one of its three keys`() {
        let account = CallParameter.number("20035156")
        #expect(error(.lookup, ["account_number": account]) == nil)
        #expect(
            error(.lookup, [:])
                == ParameterError(
                    "account_number", .form("one of account_number, vcc_number and customer_id")))
        #expect(error(.lookup, ["account_number": account, "customer_id": .text("43353")]) != nil)
    }

    @Test(
        arguments: [
            ["account_number": .text("123456789012345")], ["account_number": .text("12a")],
            ["account_number": .number("1.5")],
            ["vcc_number": .text("12345678901234567")], ["customer_id": .text("1-2-3")],
            ["customer_id": .text("1-")],
            ["customer_id": .text("123456789012345678901")],
        ] as [[String: CallParameter]])
    func `a number of another form is refused`(_ parameters: [String: CallParameter]) {
        let refused = error(.lookup, parameters)
        #expect(refused?.parameter == parameters.keys.first)
    }

    @Test(arguments: ["email", "sms", "regular_purchase_bypass", "merchant_override"])
    func `a verification without a question takes no answer`(_ format: String) {
        #expect(refused(.verify, ["format": .text(format)]) == nil)
        #expect(
            refused(.verify, ["format": .text(format), "security_answer": .text("Rainbow")])
                == "security_answer")
    }

    @Test(
        arguments: [
            ["format": nil], ["format": .text("fax")], ["request_id": nil],
            ["request_id": .text(String(repeating: "1", count: 151))],
            ["vcc_number": .text("x")], ["account_number": nil],
        ] as [[String: CallParameter?]])
    func `a verification outside the limits is refused by the parameter's name`(
        _ changes: [String: CallParameter?]
    ) throws {
        #expect(refused(.verify, changes) == changes.keys.first)
    }

    @Test func `a security question needs its number and an answer of at most 50 characters`() {
        let format = CallParameter.text("security_question")
        let question = CallParameter.number("6")
        #expect(refused(.verify, ["format": format]) == "security_qid")
        #expect(refused(.verify, ["format": format, "security_qid": question]) == "security_answer")
        let long = CallParameter.text(String(repeating: "a", count: 51))
        #expect(
            refused(.verify, ["format": format, "security_qid": question, "security_answer": long])
                == "security_answer")
    }

    @Test(arguments: ["0", "-1", "1.234", "abc", "99999999999999999", ""])
    func `an amount is above zero and has at most two decimals`(_ amount: String) {
        #expect(refused(.interest, ["amount": .text(amount)]) == "amount")
    }

    @Test func `an amount is sent as a number that nothing has rounded`() throws {
        let request = try PointOfSaleRequest(
            .interest, parameters: ["account_number": .text("1"), "amount": .number("4503599627370497.01")])
        #expect(
            request.body.map { String(decoding: $0, as: UTF8.self) } == #"{"amount":4503599627370497.01}"#)
    }

    @Test func `an error names the parameter and never its value`() {
        let error = self.error(
            .search,
            [
                "first_name": .text(String(repeating: "SECRET", count: 9)), "last_name": .text("SECRET"),
                "dob": .text("1974-05-15"),
            ])
        #expect(error.map { "\($0)" } == "first_name: want text of 1 to 35 characters")
        let unknown = self.error(.close, ["account_number": .text("1"), "SECRET": .text("x")])
        #expect(unknown.map { "\($0)".contains("SECRET") } == false)
    }

    @Test func `a request's description shows its call alone`() throws {
        let request = try PointOfSaleRequest(.search, parameters: Self.search)
        var shown = "\(request) \(String(reflecting: request)) \(CallParameter.text("Smith"))"
        dump(request, to: &shown)
        #expect(!shown.contains("Smith"))
    }

    @Test func `a search for an applicant takes names as far as they go`() throws {
        var applicant = Applicant()
        applicant[.firstName] = String(repeating: "A", count: 40)
        applicant[.lastName] = "SAMPLE"
        applicant[.dob] = "1985-04-17"
        applicant[.postalCode] = "M5V 2T6"
        let items = try PointOfSaleRequest.search(for: applicant).query.map { "\($0.name)=\($0.value)" }
        #expect(
            items == [
                "first_name=" + String(repeating: "A", count: 35), "last_name=SAMPLE", "dob=1985-04-17",
            ])
    }

    @Test func `an applicant without a first name can't be searched for`() {
        var applicant = Applicant()
        applicant[.lastName] = "SAMPLE"
        applicant[.dob] = "1985-04-17"
        #expect(throws: ParameterError("first_name", .missing)) {
            try PointOfSaleRequest.search(for: applicant)
        }
    }

    @Test func `names are percent-encoded, signs and accents alike`() throws {
        var parameters = Self.search
        parameters["last_name"] = .text("O'BRIEN & É+")
        let settings = PointOfSaleSettings(
            address: try ServiceAddress("https://posapi.example"), clientID: "a/b", clientSecret: Secret("s"))
        let target = try PointOfSaleRequest(.search, parameters: parameters).target(settings)
        #expect(
            target
                == "/v2.5/client-id/a%2Fb/customers/search?first_name=John&last_name=O%27BRIEN%20%26%20%C3%89%2B&dob=1974-05-15"
        )
    }
}
