import Testing

@testable import pos_api_sandbox

@Suite struct LookupTests {
    @Test(arguments: ["account_number=20035156", "vcc_number=1234567890106395", "customer_id=43353"])
    func `an account is found by each of its numbers`(query: String) throws {
        var counter = try Counter()
        let answer = try counter.get("customers/lookup?\(query)")
        #expect(answer.status == 200)
        #expect(answer.body["account_number"] == 20_035_156)
    }

    @Test func `an authorised user's card leads to the account`() throws {
        var counter = try Counter()
        let answer = try counter.get("customers/lookup?vcc_number=1234567890101213")
        #expect(answer.body["account_number"] == 20_035_156)
    }

    @Test func `a business user's id has a hyphen, and is text`() throws {
        var counter = try Counter()
        let answer = try counter.get("customers/lookup?customer_id=1234567-12345")
        #expect(answer.body["customer_id"] == "1234567-12345")
        #expect(answer.body["account_type"] == "business")
    }

    @Test func `neither name nor birth date is in the answer`() throws {
        var counter = try Counter()
        let names = try counter.get("customers/lookup?account_number=20035156").body.names
        #expect(!names.contains("first_name") && !names.contains("last_name") && !names.contains("dob"))
    }

    @Test func `lang is the language of questions and plans`() throws {
        var counter = try Counter()
        let body = try counter.get("customers/lookup?account_number=20035156&lang=fr").body
        #expect(
            body["security_qid"]?[0]?["text"] == "Quel est le nom de votre meilleur ami d'enfance?")
        #expect(
            body["offer_types"]?[0]?["plan_name"] == "90 jours de grâce, versements égaux avec intérêt")
    }

    @Test(arguments: [
        ("account_number", ""), ("customer_id", "account_number=20035156&customer_id=43353"),
        ("vcc_number", "vcc_number=12345678901063950"), ("account_number", "account_number=x"),
        ("lang", "account_number=20035156&lang=de"),
    ])
    func `none, several or malformed numbers are wrong inputs`(name: String, query: String) throws {
        var counter = try Counter()
        let answer = try counter.get("customers/lookup?\(query)")
        #expect(answer.status == 409)
        #expect(answer.wrongInputs == [name])
    }

    @Test func `an unknown number is not_found`() throws {
        var counter = try Counter()
        let answer = try counter.get("customers/lookup?account_number=1")
        #expect(answer.status == 404)
        #expect(answer.code == "not_found")
    }

    @Test(arguments: [
        ("234567890", "user_not_able_to_purchase"), ("400600019", "user_not_able_to_purchase"),
        ("400800015", "user_not_able_to_purchase"), ("400500011", "user_not_active"),
    ])
    func `an account that can't buy is refused with the reason`(number: String, code: String) throws {
        var counter = try Counter()
        let answer = try counter.get("customers/lookup?account_number=\(number)")
        #expect(answer.status == 409)
        #expect(answer.code == code)
    }

    @Test func `a non-prime customer is refused where the merchant has no such plans`() throws {
        var prime = try Counter(client: "sandbox-prime")
        let refused = try prime.get("customers/lookup?account_number=400400014")
        var other = try Counter()
        let accepted = try other.get("customers/lookup?account_number=400400014")
        #expect(refused.code == "merchant_not_support_nonprime_regularpurchase")
        #expect(accepted.status == 200)
    }

    @Test func `a customer's token does not reach it`() throws {
        var counter = try Counter(scope: "customer")
        let answer = try counter.get("customers/lookup?account_number=20035156")
        #expect(answer.status == 403)
    }

    @Test func `email and phone are masked, but on the oldest pages`() throws {
        var sample = try Counter()
        let masked = try sample.get("customers/lookup?account_number=20035156").body
        var oldest = try Counter(.oldest)
        let plain = try oldest.get("customers/lookup?account_number=20035156").body
        #expect(masked["email"] == "a***inet@flexiti.com")
        #expect(masked["phone_number"] == "***-***-2222")
        #expect(plain["email"] == "abinet@flexiti.com")
        #expect(plain["phone_number"] == "4165552222")
    }

    @Test func `the oldest pages have a single question and term without their lists`() throws {
        var counter = try Counter(.oldest)
        let body = try counter.get("customers/lookup?account_number=116994755").body
        #expect(body["security_qid"]?["id"] == "8")
        #expect(body["offer_types"]?[0]?["term_options"] == "3")
        #expect(body["available_credit"] == "14000.00")
    }

    @Test func `the newest pages have booleans, numbers and no rating`() throws {
        var counter = try Counter(.newest)
        let body = try counter.get("customers/lookup?account_number=20035156").body
        #expect(body["payment_protection"] == false)
        #expect(body["offer_types"]?[0]?["plan_id"] == 1)
        #expect(body["risk_rating"] == nil)
    }
}
