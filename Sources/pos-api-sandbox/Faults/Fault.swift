/// Something that goes wrong on purpose.
///
/// Written `[OPERATION:]KIND[=VALUE][*COUNT]`, for example `driverslicense:500*3`, `delay=2s`, `verify:409=piw_mismatch`.
struct Fault: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// The answer comes later.
        case delay(Duration)
        /// The connection is closed without an answer.
        case drop
        /// An error's status; the code is the contract's for it, or a given one.
        case status(Int, code: String?)
        /// The answer's first half, which is no JSON.
        case malformed
        /// Head and first half of the answer at once, the rest later.
        case slowBody(Duration)
        /// Every token is taken out of use, and the call is answered as it then must be.
        case revokedToken
        /// A TLS handshake with the certificate of another host.
        case wrongCertificate
    }

    let kind: Kind
    /// `nil`: every one.
    let operation: Operation?
    /// How often it still happens; `nil`: always.
    var count: Int?
}

extension Fault {
    /// Reads a fault as it is written.
    init(_ text: String) throws(FaultError) {
        var rest = text[...]
        if let star = rest.lastIndex(of: "*") {
            guard let count = Int(rest[rest.index(after: star)...]), count > 0 else {
                throw FaultError(text: text, message: "after * comes how often, such as *3")
            }
            self.count = count
            rest = rest[..<star]
        }
        if let colon = rest.firstIndex(of: ":") {
            guard let operation = Operation(rawValue: String(rest[..<colon])) else {
                throw FaultError(text: text, message: "before : comes an operation: \(Self.operations)")
            }
            self.operation = operation
            rest = rest[rest.index(after: colon)...]
        } else {
            operation = nil
        }
        let parts = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = Self.kind(parts[0], parts.count > 1 ? String(parts[1]) : nil) else {
            throw FaultError(text: text, message: "the faults are: \(Self.kinds)")
        }
        guard kind != .wrongCertificate || operation == nil else {
            throw FaultError(text: text, message: "a handshake comes before any operation; name none")
        }
        self.kind = kind
    }

    private static func kind(_ name: Substring, _ value: String?) -> Kind? {
        switch (name, value) {
        case ("delay", let value?): Duration(written: value).map { .delay($0) }
        case ("drop", nil): .drop
        case ("malformed", nil): .malformed
        case ("slow-body", let value?): Duration(written: value).map { .slowBody($0) }
        case ("revoked-token", nil): .revokedToken
        case ("wrong-certificate", nil): .wrongCertificate
        default: Int(name).flatMap { (400...599).contains($0) ? .status($0, code: value) : nil }
        }
    }

    private static var operations: String {
        Operation.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private static let kinds =
        "delay=2s, drop, 400 to 599 (with a code: 409=piw_mismatch), malformed, slow-body=10s, "
        + "revoked-token, wrong-certificate"
}

extension Fault: CustomStringConvertible {
    /// As it is written.
    var description: String {
        (operation.map { "\($0.rawValue):" } ?? "") + kind.description + (count.map { "*\($0)" } ?? "")
    }
}

extension Fault.Kind: CustomStringConvertible {
    var description: String {
        switch self {
        case .delay(let time): "delay=\(time.written)"
        case .drop: "drop"
        case .status(let status, let code): "\(status)" + (code.map { "=\($0)" } ?? "")
        case .malformed: "malformed"
        case .slowBody(let time): "slow-body=\(time.written)"
        case .revokedToken: "revoked-token"
        case .wrongCertificate: "wrong-certificate"
        }
    }
}
