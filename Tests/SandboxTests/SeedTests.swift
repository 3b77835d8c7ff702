import Testing

@testable import pos_api_sandbox

@Suite struct SeedTests {
    private func seed(_ text: String) throws(SeedError) -> Seed {
        try Seed(Array(text.utf8), file: "shop.json", over: try .builtIn())
    }

    @Test func `a group replaces the built-in one, and the others stay`() throws {
        let seed = try seed(#"{"clients":[]}"#)
        #expect(seed.clients.isEmpty)
        #expect(try seed.people.count == Seed.builtIn().people.count)
    }

    @Test func `the built-in people are of every province and most territories`() throws {
        let provinces = Set(try Seed.builtIn().people.map(\.province))
        #expect(provinces.isSuperset(of: ["AB", "BC", "MB", "NL", "NS", "NT", "ON", "PE", "QC", "SK"]))
    }

    @Test func `the built-in names fit the API's limits`() throws {
        for person in try Seed.builtIn().people {
            #expect(person.firstName.utf8.count <= 35 && person.lastName.utf8.count <= 50)
        }
    }

    @Test func `a missing key is named with its place`() throws {
        let error = #expect(throws: SeedError.self) {
            try seed(#"{"people":[{"first_name":"Ann"}]}"#)
        }
        #expect(error?.description == "shop.json: people[0].last_name: is missing")
    }

    @Test(arguments: ["", "[]", "people: []", #"{"people":{}}"#, #"{"clients":[{"id":1}]}"#])
    func `what is no seed is refused`(text: String) {
        #expect(throws: SeedError.self) { try seed(text) }
    }

    @Test(arguments: [
        (#""accountNumber":"1x""#, "account_number", "give 1 to 14 digits"),
        (#""pin":"12""#, "pin", "give 4 digits"),
        (#""plans":[99]"#, "plans", "an id that is none of `plans`"),
        (#""answers":[{"id":99,"answer":"x"}]"#, "answers", "an id that is none of `questions`"),
    ])
    func `a value that can't be is named with its place`(member: String, key: String, message: String) throws
    {
        let error = #expect(throws: SeedError.self) { try seed(Self.people(member)) }
        #expect(error == SeedError(file: "shop.json", key: "people[0].accounts[0].\(key)", message: message))
    }

    @Test func `an account number is there once`() throws {
        let account = Self.account("")
        let error = #expect(throws: SeedError.self) {
            try seed(Self.people(accounts: "\(account),\(account)"))
        }
        #expect(error?.key == "people[0].accounts[1].account_number")
    }

    private static func people(_ member: String) -> String { people(accounts: account(member)) }

    private static func people(accounts: String) -> String {
        """
        {"people":[{"first_name":"Ann","last_name":"Example","dob":"1990-01-01","address_1":"1 Street","city":"Regina",
        "province":"SK","postal_code":"S4P0A1","language":"en","accounts":[\(accounts)]}]}
        """
    }

    /// - Parameter member: in place of the member of that name.
    private static func account(_ member: String) -> String {
        let members = [
            #""customer_id":"1""#, #""account_number":"1""#, #""cards":["1"]"#, #""status":"N""#,
            #""reason":"NNOR""#, #""is_active":true"#, #""tos_agreement":true"#, #""risk_rating":"L""#,
            #""type":"consumer""#, #""credit_limit":1"#, #""available_credit":"1.00""#, #""air":0.2"#,
            #""merchant_id":"1""#, #""merchant_name":"x""#, #""creation_date":"2020-01-01""#,
            #""payment_protection":false"#, #""regular_purchase":true"#, #""plans":[1]"#, #""answers":[]"#,
            #""pin":"1234""#,
        ]
        let given = member.replacing("accountNumber", with: "account_number")
        let name = given.prefix { $0 != ":" }
        let all = members.map { !name.isEmpty && $0.hasPrefix(name) ? given : $0 }
        return "{\(all.joined(separator: ","))}"
    }
}
