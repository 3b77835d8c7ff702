extension StandInAPI {
    private enum Format: String {
        case email
        case sms
        case securityQuestion = "security_question"
        case regularPurchaseBypass = "regular_purchase_bypass"
        case merchantOverride = "merchant_override"
    }

    /// `account/…/verify`: sends a PIN to the contact on file, or gives it back.
    mutating func verify(_ call: Call, at now: ContinuousClock.Instant) throws(Refusal) -> JSON {
        let body = try object(of: call)
        guard let format = (body["format"]?.string).flatMap(Format.init) else {
            throw .wrongInput("format", body["format"])
        }
        guard let requestID = body["request_id"]?.string, (1...150).contains(requestID.unicodeScalars.count)
        else { throw .wrongInput("request_id", body["request_id"]) }
        let index = try account(of: call)
        try checkCard(body, of: accounts[index])
        switch format {
        case .sms: return try sendByPhone(accounts[index], requestID)
        case .email: return try sendByMail(accounts[index], requestID)
        case .securityQuestion: try checkAnswer(body, of: index, at: now)
        case .regularPurchaseBypass:
            guard accounts[index].mayBypass(at: now) else {
                throw .business(
                    "regular_purchase_bypass_is_not_allowed", "The customer does not qualify for it.")
            }
            accounts[index].noteBypass(at: now)
        case .merchantOverride:
            guard client(of: call)?.allowsMerchantOverride == true else {
                throw .business("merchant_override_is_not_allowed", "This merchant may not override.")
            }
        }
        return ["verification_code": pin(of: accounts[index])]
    }

    /// An authorised user's card is one of the account's.
    private func checkCard(_ body: JSON, of account: Account) throws(Refusal) {
        guard let card = body["vcc_number"] else { return }
        guard let number = card.string, number.isDigits(1...16) else { throw .wrongInput("vcc_number", card) }
        guard account.seed.cards.contains(number) else { throw .notFound }
    }

    private mutating func sendByPhone(_ account: Account, _ requestID: String) throws(Refusal) -> JSON {
        guard let phone = account.holder.phone, phone.isDigits(10...10) else {
            throw Refusal(
                status: 400, code: "sms_not_valid_phone", message: "There is no valid phone number on file.")
        }
        send(SentMessage(format: "sms", recipient: phone, pin: account.seed.pin, requestID: requestID))
        return ["verification_code": "verification_sent_to_sms"]
    }

    private mutating func sendByMail(_ account: Account, _ requestID: String) throws(Refusal) -> JSON {
        guard let email = account.holder.email else {
            throw .business("general_error", "There is no email address on file.")
        }
        send(SentMessage(format: "email", recipient: email, pin: account.seed.pin, requestID: requestID))
        return ["verification_code": "verification_sent_to_email"]
    }

    private mutating func checkAnswer(
        _ body: JSON, of index: Int, at now: ContinuousClock.Instant
    ) throws(Refusal) {
        guard let id = body["security_qid"]?.text, id.isDigits(1...5) else {
            throw .wrongInput("security_qid", body["security_qid"])
        }
        guard let answer = body["security_answer"]?.string, answer.unicodeScalars.count <= 50 else {
            throw .wrongInput("security_answer", body["security_answer"])
        }
        let expected = accounts[index].seed.answers.first { String($0.id) == id }
        let isRight = expected?.answer.lowercased() == answer.lowercased()
        if !isRight { accounts[index].noteWrongAnswer(at: now) }
        guard !accounts[index].hasTriedTooOften(at: now) else {
            throw .business("tries_exceed", "There were more than three wrong answers in 48 hours.")
        }
        guard isRight else { throw .business("secret_answer_mismatch", "The security answer is wrong.") }
    }

    /// A number, as in every sample. On the oldest pages it loses its leading zeros; else it is then a text.
    private func pin(of account: Account) -> JSON {
        let pin = account.seed.pin
        guard pin.hasPrefix("0") else { return .number(pin) }
        guard variants == .oldest else { return .string(pin) }
        let digits = pin.drop { $0 == "0" }
        return .number(digits.isEmpty ? "0" : String(digits))
    }
}
