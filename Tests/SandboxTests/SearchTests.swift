import Testing

@testable import pos_api_sandbox

@Suite struct SearchTests {
    private static let john = "customers/search?first_name=John&last_name=Smith&dob=1974-05-15"

    @Test func `each account of a name and birth date is found`() throws {
        var counter = try Counter()
        let answer = try counter.get(Self.john)
        #expect(answer.status == 200)
        #expect(answer.body.count == 2)
        #expect(answer.body[0]?["account_number"] == 123_456_789)
        #expect(answer.body[1]?["account_number"] == 234_567_890)
    }

    @Test func `a customer with two accounts comes twice`() throws {
        var counter = try Counter()
        let answer = try counter.get("customers/search?first_name=Jane&last_name=Specimen&dob=1981-12-01")
        #expect(answer.body.count == 2)
    }

    @Test func `names are compared without regard to case`() throws {
        var counter = try Counter()
        let answer = try counter.get("customers/search?first_name=JOHN&last_name=smith&dob=1974-05-15")
        #expect(answer.body.count == 2)
    }

    @Test func `a postal code leaves those who live there`() throws {
        var counter = try Counter()
        let answer = try counter.get(Self.john + "&postal_code=l8p1a1")
        #expect(answer.body.count == 1)
        #expect(answer.body[0]?["customer_id"] == "123412")
    }

    @Test func `nobody is not_found, and no empty list`() throws {
        var counter = try Counter()
        let answer = try counter.get("customers/search?first_name=No&last_name=Body&dob=1974-05-15")
        #expect(answer.status == 404)
        #expect(answer.code == "not_found")
    }

    @Test func `a customer's token does not reach it`() throws {
        var counter = try Counter(scope: "customer")
        let answer = try counter.get(Self.john)
        #expect(answer.status == 403)
        #expect(answer.code == "Insufficient scope: authorized scope is insufficient")
    }

    @Test(arguments: [
        ("first_name", "last_name=Smith&dob=1974-05-15"),
        ("first_name", "first_name=\(String(repeating: "J", count: 36))&last_name=Smith&dob=1974-05-15"),
        ("last_name", "first_name=John&dob=1974-05-15"),
        ("last_name", "first_name=John&last_name=\(String(repeating: "S", count: 51))&dob=1974-05-15"),
        ("dob", "first_name=John&last_name=Smith"),
        ("dob", "first_name=John&last_name=Smith&dob=1974-02-30"),
        ("dob", "first_name=John&last_name=Smith&dob=15-05-1974"),
        ("postal_code", "first_name=John&last_name=Smith&dob=1974-05-15&postal_code=M1M+1M1"),
    ])
    func `a missing or malformed input is named`(name: String, query: String) throws {
        var counter = try Counter()
        let answer = try counter.get("customers/search?\(query)")
        #expect(answer.status == 409)
        #expect(answer.wrongInputs == [name])
    }

    @Test func `a query that is not UTF-8 is a wrong input`() throws {
        var counter = try Counter()
        let answer = try counter.get("customers/search?first_name=%E9&last_name=Smith&dob=1974-05-15")
        #expect(answer.status == 409)
        #expect(answer.wrongInputs == ["query"])
    }

    @Test(arguments: [
        (Variants.sample, "account_type"), (.newest, "customer_account_type"), (.oldest, "account-type"),
    ])
    func `the account's type has each documented name in its turn`(variants: Variants, name: String) throws {
        var counter = try Counter(variants)
        let answer = try counter.get(Self.john)
        #expect(answer.body[0]?[name] == "consumer")
    }

    @Test func `the oldest pages have bare amounts, quoted account numbers and tos`() throws {
        var counter = try Counter(.oldest)
        let account = try counter.get(Self.john).body[0]
        #expect(account?["credit_limit"] == 1000)
        #expect(account?["available_credit"] == .number("659.51"))
        #expect(account?["account_number"] == "123456789")
        #expect(account?["customer_id"] == 123321)
        #expect(account?["tos"] == true)
        #expect(account?["preferred_language"] == "FR_CA")
    }
}
