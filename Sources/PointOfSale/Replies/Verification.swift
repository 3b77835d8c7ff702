import Scanning

/// A verification's outcome: the PIN itself, or word that it was sent to the customer.
struct Verification: Sendable {
    /// The PIN's digits, or the API's word, such as `verification_sent_to_sms`.
    let code: String
    /// Whether the PIN went to the customer instead.
    let isSent: Bool

    /// A PIN has four digits in every sample; one that comes as a number has lost its leading zeros.
    init?(_ json: JSONValue) {
        switch json["verification_code"] {
        case .number(let text):
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            code = String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text
            isSent = false
        case .string(let text):
            guard !text.trimmed.isEmpty else { return nil }
            code = text.trimmed
            isSent = code.hasPrefix("verification_sent_to_")
        default: return nil
        }
    }
}

extension JSONWriter {
    mutating func verification(_ verification: Verification) {
        object {
            $0.member("verification_code", verification.code)
            $0.member("sent", verification.isSent)
        }
    }
}

extension Verification: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "Verification(\(isSent ? "sent" : "PIN"))" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
