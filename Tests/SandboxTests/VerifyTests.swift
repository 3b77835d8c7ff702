import Testing

@testable import pos_api_sandbox

@Suite struct VerifyTests {
    private static let question: JSON = [
        "format": "security_question", "security_qid": "6", "security_answer": "Rainbow", "request_id": "1",
    ]
    private static let wrongAnswer: JSON = [
        "format": "security_question", "security_qid": "6", "security_answer": "Thunder", "request_id": "1",
    ]

    @Test func `the right answer gives the PIN`() throws {
        var counter = try Counter()
        let answer = try counter.post("account/123456789/verify", Self.question)
        #expect(answer.body == ["verification_code": 4365])
    }

    @Test func `a question's id may be a number`() throws {
        var counter = try Counter()
        let answer = try counter.post(
            "account/123456789/verify",
            [
                "format": "security_question", "security_qid": 6, "security_answer": "rainbow",
                "request_id": "1",
            ])
        #expect(answer.status == 200)
    }

    @Test(arguments: [("sms", "4165552222"), ("email", "abinet@flexiti.com")])
    func `a PIN is sent to the contact on file, and not given back`(format: String, recipient: String) throws
    {
        var counter = try Counter()
        let answer = try counter.post(
            "account/20035156/verify", ["format": .string(format), "request_id": "r-1"])
        #expect(answer.body == ["verification_code": .string("verification_sent_to_\(format)")])
        #expect(
            counter.api.messages == [
                SentMessage(format: format, recipient: recipient, pin: "2485", requestID: "r-1")
            ])
    }

    @Test func `a customer without a phone gets no text message`() throws {
        var counter = try Counter()
        let answer = try counter.post(
            "account/400900013/verify", ["format": "sms", "request_id": "1"])
        #expect(answer.status == 400)
        #expect(answer.code == "sms_not_valid_phone")
    }

    @Test func `a PIN that begins with zero is text, and loses the zero on the oldest pages`() throws {
        let body: JSON = ["format": "merchant_override", "request_id": "1"]
        var sample = try Counter()
        let text = try sample.post("account/400900013/verify", body)
        var oldest = try Counter(.oldest)
        let number = try oldest.post("account/400900013/verify", body)
        #expect(text.body == ["verification_code": "0485"])
        #expect(number.body == ["verification_code": 485])
    }

    @Test func `only a merchant who may override overrides`() throws {
        var counter = try Counter(client: "sandbox-prime")
        let answer = try counter.post(
            "account/20035156/verify", ["format": "merchant_override", "request_id": "1"])
        #expect(answer.code == "merchant_override_is_not_allowed")
    }

    @Test func `three wrong answers are mismatches, and the fourth is too many`() throws {
        var counter = try Counter()
        var codes: [String?] = []
        for _ in 1...4 {
            codes.append(try counter.post("account/123456789/verify", Self.wrongAnswer).code)
        }
        let right = try counter.post("account/123456789/verify", Self.question)
        #expect(codes[..<3].allSatisfy { $0 == "secret_answer_mismatch" })
        #expect(codes[3] == "tries_exceed")
        #expect(right.code == "tries_exceed")
    }

    @Test func `after three wrong answers the right one still helps`() throws {
        var counter = try Counter()
        for _ in 1...3 { _ = try counter.post("account/123456789/verify", Self.wrongAnswer) }
        let right = try counter.post("account/123456789/verify", Self.question)
        #expect(right.status == 200)
    }

    @Test func `wrong answers are forgotten after 48 hours`() throws {
        var counter = try Counter()
        for _ in 1...4 { _ = try counter.post("account/123456789/verify", Self.wrongAnswer) }
        counter.now += .seconds(48 * 3600)
        counter.token = try counter.askForToken().body["access_token"]?.string
        let right = try counter.post("account/123456789/verify", Self.question)
        #expect(right.status == 200)
    }

    @Test func `a regular purchase goes without a PIN three times a day`() throws {
        let body: JSON = ["format": "regular_purchase_bypass", "request_id": "1"]
        var counter = try Counter()
        var answers: [Answer] = []
        for _ in 1...4 { answers.append(try counter.post("account/20035156/verify", body)) }
        counter.now += .seconds(24 * 3600)
        counter.token = try counter.askForToken().body["access_token"]?.string
        let nextDay = try counter.post("account/20035156/verify", body)
        #expect(answers[..<3].allSatisfy { $0.body == ["verification_code": 2485] })
        #expect(answers[3].code == "regular_purchase_bypass_is_not_allowed")
        #expect(nextDay.status == 200)
    }

    @Test func `an authorised user's card is the account's`() throws {
        func body(_ card: String) -> JSON {
            ["format": "sms", "request_id": "1", "vcc_number": .string(card)]
        }
        var counter = try Counter()
        let own = try counter.post("account/20035156/verify", body("1234567890101213"))
        let other = try counter.post("account/20035156/verify", body("1111"))
        #expect(own.status == 200)
        #expect(other.code == "not_found")
    }

    @Test(arguments: [
        ("format", #"{"request_id":"1"}"#), ("format", #"{"format":"letter","request_id":"1"}"#),
        ("request_id", #"{"format":"sms"}"#), ("request_id", #"{"format":"sms","request_id":""}"#),
        ("vcc_number", #"{"format":"sms","request_id":"1","vcc_number":"12345678901234567"}"#),
        ("security_qid", #"{"format":"security_question","request_id":"1","security_answer":"x"}"#),
        ("security_answer", #"{"format":"security_question","request_id":"1","security_qid":6}"#),
        ("body", "[]"), ("body", "{"), ("body", ""),
    ])
    func `a missing or malformed input is named`(name: String, text: String) throws {
        var counter = try Counter()
        let answer = try counter.post("account/123456789/verify", text: text)
        #expect(answer.status == 409)
        #expect(answer.wrongInputs == [name])
    }

    @Test func `an unknown account is not_found`() throws {
        var counter = try Counter()
        let answer = try counter.post("account/1/verify", Self.question)
        #expect(answer.code == "not_found")
    }

    @Test func `the path says account, and accounts leads nowhere`() {
        #expect(Route(path: "/flexiti/pos-api/v2.5/client-id/sandbox/accounts/1/verify") == nil)
    }
}
