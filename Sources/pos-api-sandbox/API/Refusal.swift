/// Why a call gets no answer: a status and a code of the contract.
///
/// Source: `docs/pos-api.openapi.yaml`, `x-errors`.
struct Refusal: Error, Hashable, Sendable {
    struct Field: Hashable, Sendable {
        let name: String
        /// What was sent; `nil` where nothing was.
        let value: JSON?
    }

    let status: Int
    /// The machine's word, `error` in the body.
    let code: String
    let message: String
    /// The inputs that are at fault, of `wrong_inputs`.
    var fields: [Field] = []

    static func wrongInput(_ name: String, _ value: JSON? = nil) -> Refusal {
        Refusal(
            status: 409, code: "wrong_inputs", message: "Some inputs are wrong or missing!",
            fields: [Field(name: name, value: value)])
    }

    static let invalidToken = Refusal(
        status: 401, code: "invalid_token", message: "The access token is wrong or has expired.")
    /// The code is a sentence, in the contract too.
    static let insufficientScope = Refusal(
        status: 403, code: "Insufficient scope: authorized scope is insufficient",
        message: "The token's scope does not reach this endpoint.")
    static let notFound = Refusal(status: 404, code: "not_found", message: "There is no such account.")
    static let invalidRole = Refusal(
        status: 409, code: "invalid_role", message: "This client may not use this API.")

    /// A refusal for the account's, the customer's or the merchant's sake.
    static func business(_ code: String, _ message: String) -> Refusal {
        Refusal(status: 409, code: code, message: message)
    }
}

extension Refusal {
    /// The body, in one state of the documentation's spelling: its sample has other names for wrong inputs than its prose.
    func answer(to target: String, _ variants: Variants) -> Answer {
        let isSample = variants == .sample
        let isOfInputs = code == "wrong_inputs"
        let list: JSON? = fields.isEmpty ? nil : .array(fields.map { $0.json(withType: !isSample) })
        return Answer(
            status: status,
            body: [
                "url": .string(target),
                "message": .string(isOfInputs && isSample ? "Some inputs are wrong!" : message),
                "error": .string(isOfInputs && isSample ? "wrong_input" : code),
                isSample ? "field_errors" : "error_fields": list,
            ])
    }
}

extension Refusal.Field {
    fileprivate func json(withType: Bool) -> JSON {
        [
            "param": .string(name), "msg": value == nil ? "missing" : "invalid", "value": value,
            "type": withType ? "validation_type" : nil,
        ]
    }
}
