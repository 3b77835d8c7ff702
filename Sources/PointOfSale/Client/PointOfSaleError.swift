/// Why a call of the POS API gave no answer.
///
/// It says nothing of a card or a person: the API's own sentences may quote what was sent and are never kept.
public struct PointOfSaleError: Error, Hashable, Sendable {
    /// What went wrong, for programs: the API's own code, such as `secret_answer_mismatch`, or one of `Own`.
    public let code: String
    /// Of the reply; `nil` where none came.
    public let status: Int?
    /// One sentence in English with the cure.
    public let message: String
    /// The names of the inputs that the API refused.
    public let fields: [String]

    public init(code: String, status: Int? = nil, message: String, fields: [String] = []) {
        self.code = code
        self.status = status
        self.message = message
        self.fields = fields
    }

    /// The codes that are not the API's.
    public enum Own: String, Hashable, Sendable, CaseIterable {
        /// No connection, or one that was lost before the reply.
        case unreachable
        /// No whole reply by the deadline.
        case timeout
        /// The server's certificate isn't trusted or isn't its own, or there was no TLS at all.
        case tls
        /// The client id or its secret, or a token twice in a row, was refused.
        case unauthorized
        /// The token's scope doesn't open this call.
        case forbidden
        case notFound = "not_found"
        /// A refusal without a code that can be told.
        case refused
        case serverError = "server_error"
        /// A reply that isn't what the contract says.
        case malformedReply = "malformed_reply"
        /// A reply that sends elsewhere.
        case redirected
        /// An account was asked for, and several came.
        case severalAccounts = "several_accounts"
        /// Who asked went away.
        case cancelled
        /// The settings can't be used.
        case configuration
    }

    init(_ own: Own, status: Int? = nil) {
        self.init(code: own.rawValue, status: status, message: own.message)
    }

    var own: Own? { Own(rawValue: code) }
}

extension PointOfSaleError {
    /// Whether the API can't be asked, as against having answered that it won't do this.
    public var isUnavailable: Bool {
        switch own {
        case .unreachable, .timeout, .tls, .unauthorized, .forbidden, .serverError, .malformedReply,
            .redirected,
            .configuration:
            true
        default: code == "invalid_role"
        }
    }
}

extension PointOfSaleError.Own {
    fileprivate var message: String {
        switch self {
        case .unreachable: "The POS API cannot be reached; check the network and pos_api.url."
        case .timeout: "The POS API did not answer in time; try again."
        case .tls:
            "The POS API's certificate is not trusted; check pos_api.url, pos_api.ca_file and this machine's date."
        case .unauthorized:
            "The POS API refused the credentials; check pos_api.client_id and the client secret."
        case .forbidden: "The token does not open this call; check pos_api.scope."
        case .notFound: "The POS API found nothing; check the number."
        case .refused: "The POS API refused the call; check what was entered."
        case .serverError: "The POS API failed; try again later."
        case .malformedReply: "The POS API gave an answer that makes no sense; try again later."
        case .redirected: "The POS API sent the call elsewhere, which is not followed; check pos_api.url."
        case .severalAccounts: "The customer has several accounts; look one up by its account number."
        case .cancelled: "The call was given up."
        case .configuration: "The POS API's settings cannot be used; check pos_api."
        }
    }
}
