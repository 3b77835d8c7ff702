import Scanning

extension PointOfSaleError {
    /// A reply other than 200: by its status first, then by the body's code, never by its sentence.
    ///
    /// The contract calls its list of refused inputs `field_errors` and `error_fields`, and its code `wrong_input` and
    /// `wrong_inputs`; both are taken.
    init(_ reply: HTTPReply) {
        let body = JSONValue(reply.body)
        let code = body?["error"]?.string.flatMap { $0.isCode ? $0 : nil }
        switch reply.status {
        case 300..<400: self.init(.redirected, status: reply.status)
        case 401: self.init(.unauthorized, status: 401)
        case 403: self.init(.forbidden, status: 403)
        case 404: self.init(.notFound, status: 404)
        case 500...: self.init(.serverError, status: reply.status)
        case 400..<500: self.init(refusal: code == "wrong_input" ? "wrong_inputs" : code, reply.status, body)
        default: self.init(.malformedReply, status: reply.status)
        }
    }

    /// A refused token request is a matter of the credentials, whatever status it comes with, but for a path that isn't there.
    init(tokenRefusal reply: HTTPReply) {
        let error = PointOfSaleError(reply)
        self =
            reply.status == 404
            ? PointOfSaleError(.unreachable, status: 404)
            : (400..<500).contains(reply.status) && error.code != "invalid_role"
                ? PointOfSaleError(.unauthorized, status: reply.status) : error
    }

    private init(refusal code: String?, _ status: Int, _ body: JSONValue?) {
        guard let code else {
            self.init(.refused, status: status)
            return
        }
        let list = body?["field_errors", "error_fields"]?.list ?? []
        let fields = list.compactMap { $0["param"]?.string }.filter(\.isCode)
        self.init(code: code, status: status, message: Self.sentence(of: code), fields: fields)
    }

    private static func sentence(of code: String) -> String {
        switch code {
        case "invalid_client":
            "The POS API does not know the client; check pos_api.client_id and the client secret."
        case "invalid_request": "The POS API does not take this kind of token request."
        case "invalid_role": "The client may not use this part of the POS API; ask the API's provider for it."
        case "wrong_inputs": "The POS API refused what was entered; correct it and try again."
        case "general_error": "The POS API could not do this; try again later."
        case "user_not_able_to_purchase": "This customer's account cannot buy now."
        case "user_not_active": "This customer's account has not been activated yet."
        case "merchant_not_support_nonprime_regularpurchase":
            "This shop does not offer plans for this customer's account."
        case "sms_not_valid_phone":
            "The account has no telephone that takes text messages; verify in another way."
        case "merchant_override_is_not_allowed":
            "This shop may not override a verification; verify in another way."
        case "regular_purchase_bypass_is_not_allowed":
            "This purchase needs a verification; verify in another way."
        case "piw_mismatch": "The identification word is another one; ask the customer again."
        case "secret_answer_mismatch": "The answer is another one; ask the customer again."
        case "tries_exceed":
            "There were too many wrong answers; verify in another way, or try again after two days."
        default: "The POS API refused the call (\(code))."
        }
    }
}

extension String {
    /// Short and without any sign that a value could hold: only then is it shown.
    fileprivate var isCode: Bool {
        !isEmpty && utf8.count <= 64 && utf8.contains { $0.isAlphanumeric && $0 > 0x39 }
            && utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x5F || $0 == 0x2D || $0 == 0x2E }
    }
}
