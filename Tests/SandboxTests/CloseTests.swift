import Testing

@testable import pos_api_sandbox

@Suite struct CloseTests {
    @Test func `a Quebec account is closed with an empty object`() throws {
        var counter = try Counter()
        let answer = try counter.post("accounts/400200018/close")
        #expect(answer.status == 200)
        #expect(answer.body == [:])
    }

    @Test func `a closed account can't buy, and search says so`() throws {
        var counter = try Counter()
        _ = try counter.post("accounts/400200018/close")
        let lookup = try counter.get("customers/lookup?account_number=400200018")
        let search = try counter.get(
            "customers/search?first_name=Genevieve&last_name=Tremblay&dob=1990-06-24")
        #expect(lookup.code == "user_not_able_to_purchase")
        #expect(search.body[0]?["account_status"] == "C")
        #expect(search.body[0]?["account_status_reason_code"] == nil)
    }

    @Test func `closing again changes nothing`() throws {
        var counter = try Counter()
        _ = try counter.post("accounts/400200018/close")
        let again = try counter.post("accounts/400200018/close")
        #expect(again.status == 200)
    }

    @Test func `an account of another province is not closed`() throws {
        var counter = try Counter()
        let answer = try counter.post("accounts/20035156/close")
        let lookup = try counter.get("customers/lookup?account_number=20035156")
        #expect(answer.status == 409)
        #expect(answer.wrongInputs == ["account_number"])
        #expect(lookup.status == 200)
    }

    @Test func `a customer's token reaches it`() throws {
        var counter = try Counter(scope: "customer")
        let answer = try counter.post("accounts/400200018/close")
        #expect(answer.status == 200)
    }

    @Test func `an unknown account is not_found`() throws {
        var counter = try Counter()
        let answer = try counter.post("accounts/1/close")
        #expect(answer.status == 404)
    }
}
