import Testing

@testable import pos_api_sandbox

@Suite struct InterestTests {
    @Test func `a monthly fee is on top of the instalment`() throws {
        var counter = try Counter()
        let body = try counter.post("accounts/11223344/calculate-interest", ["amount": 250]).body
        #expect(body["promotional_purchase"]?[0]?["plan_id"] == 5)
        #expect(body["promotional_purchase"]?[0]?["terms"]?[0]?["term_amount"] == .number("44.67"))
    }

    @Test func `a total fee is spread over the months`() throws {
        var counter = try Counter()
        let body = try counter.post("accounts/11223344/calculate-interest", ["amount": 250]).body
        let terms = body["promotional_purchase"]?[1]?["terms"]
        // 250 at 9.99 % over three months is 84.73 a month, and a third of 49.99 is 16.66.
        #expect(terms?[0]?["term_amount"] == .number("101.39"))
    }

    @Test func `v2.5 has an apr and v2.5.1 annual rates with the plan's name`() throws {
        var counter = try Counter()
        let old = try counter.post("accounts/116994755/calculate-interest", ["amount": .number("10.5")]).body
        let current = try counter.post(
            "accounts/116994755/calculate-interest", ["amount": .number("10.5")], version: "v2.5.1"
        ).body
        let oldPlan = old["promotional_purchase"]?[0]
        let plan = current["promotional_purchase"]?[0]
        #expect(oldPlan?["terms"]?[0]?["apr"] == .number("0.0999"))
        #expect(oldPlan?["plan_name"] == nil)
        #expect(plan?["terms"]?[0]?["annual_rates"]?["rate"] == .number("0.0999"))
        #expect(plan?["plan_name"] == "EMP - Regular Interest")
    }

    @Test func `lang is the language of plans, rates and fees`() throws {
        var counter = try Counter()
        let body = try counter.post(
            "accounts/11223344/calculate-interest?lang=fr", ["amount": 250], version: "v2.5.1"
        ).body
        let plan = body["promotional_purchase"]?[0]
        #expect(plan?["plan_name"] == "Versements égaux sans intérêt")
        #expect(plan?["terms"]?[0]?["fees"]?[0]?["description"] == "Frais d'administration :")
        #expect(plan?["terms"]?[0]?["annual_rates"]?["description"] == "Taux d'intérêt annuel")
    }

    @Test func `beyond the credit there are no offers`() throws {
        var counter = try Counter()
        let answer = try counter.post("accounts/11223344/calculate-interest", ["amount": .number("8000.01")])
        #expect(answer.status == 200)
        #expect(answer.body["regular_purchase"] == nil)
        #expect(answer.body["promotional_purchase"] == nil)
    }

    @Test(arguments: [("200", true), ("200.01", false)])
    func `up to 200 dollars verifying may be passed by`(amount: String, mayBypass: Bool) throws {
        var counter = try Counter()
        let body = try counter.post(
            "accounts/11223344/calculate-interest", ["amount": .number(amount)]
        ).body
        #expect(body["regular_purchase"]?["verify"] == .boolean(mayBypass))
    }

    @Test(arguments: ["{}", #"{"amount":0}"#, #"{"amount":-1}"#, #"{"amount":"10"}"#, #"{"amount":1.005}"#])
    func `an amount is a number above zero with two decimals at most`(text: String) throws {
        var counter = try Counter()
        let answer = try counter.post("accounts/11223344/calculate-interest", text: text)
        #expect(answer.status == 409)
        #expect(answer.wrongInputs == ["amount"])
    }

    @Test func `an account that can't buy is refused`() throws {
        var counter = try Counter()
        let answer = try counter.post("accounts/234567890/calculate-interest", ["amount": 10])
        #expect(answer.code == "user_not_able_to_purchase")
    }

    @Test func `the oldest pages quote numbers, and name the category otherwise`() throws {
        var counter = try Counter(.oldest)
        let body = try counter.post(
            "accounts/11223344/calculate-interest", ["amount": 250], version: "v2.5.1"
        ).body
        #expect(body["amount"] == "250.00")
        #expect(body["customer"]?["customer_category_type"] == "preferred")
        #expect(body["promotional_purchase"]?[0]?["plan_name"] == nil)
        #expect(body["promotional_purchase"]?[0]?["terms"]?[0]?["fees"]?[0]?["type"] == "admin")
    }
}
