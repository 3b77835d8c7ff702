import Scanning

extension TillRequest {
    /// A line that is no request: what to answer, and the request's `id` where it gave a usable one.
    struct Fault: Error, Hashable, Sendable {
        let code: TillMessage.RequestFault.Code
        let message: String
        let id: String?
    }

    /// Characters (Unicode scalars) of a request's `id`.
    static let idLimit = 64

    /// A key's value, where it ought to be a text; null and the empty text are none.
    private enum Text {
        case absent
        case text(String)
        case other

        init(_ value: JSONValue?) {
            self =
                switch value {
                case nil, .null, .string(""): .absent
                case .string(let text): .text(text)
                default: .other
                }
        }

        var text: String? {
            if case .text(let text) = self { text } else { nil }
        }
    }

    /// Reads one line, without its end. An `id` that is null or empty is none.
    init(line: [UInt8]) throws(Fault) {
        // A till may send further keys with anything in them, and a wrong kind of value in one mustn't hide the `id`.
        let members = try Self.members(of: line)
        let id = Text(members["id"]).text
        if case .other = Text(members["id"]) {
            throw Fault(code: .badRequest, message: "`id` must be a string", id: nil)
        }
        if let id, id.unicodeScalars.count > Self.idLimit {
            throw Fault(
                code: .badRequest, message: "`id` must be at most \(Self.idLimit) characters long", id: nil)
        }
        switch Text(members["type"]).text {
        case "ack":
            guard let scan = Text(members["scan"]).text else {
                throw Fault(
                    code: .badRequest, message: "`ack` needs `scan`, the scan's id as a string", id: id)
            }
            self = .ack(scan: scan)
        case "status": self = .status(id: id)
        case "replay": self = .replay(id: id)
        case "call":
            guard let call = Text(members["call"]).text else {
                throw Fault(
                    code: .badRequest, message: "`call` needs `call`, the call's name as a string", id: id)
            }
            self = .call(
                id: id, call: TillCall(rawValue: call), parameters: Self.parameters(members["params"]))
        default:
            throw Fault(
                code: .unknownType, message: "`type` must be \"ack\", \"status\", \"replay\" or \"call\"",
                id: id)
        }
    }

    /// None where there are none; `nil` where they are no object, or one of other values than texts, numbers and booleans.
    private static func parameters(_ json: JSONValue?) -> [String: CallParameter]? {
        guard let json, json != .null else { return [:] }
        return CallParameters(json)?.values
    }

    private static func members(of line: [UInt8]) throws(Fault) -> [String: JSONValue] {
        guard line.allSatisfy({ $0 >= 0x20 }), String(validating: line, as: UTF8.self) != nil else {
            throw Fault(
                code: .badJSON, message: "a request is UTF-8 text without control characters", id: nil)
        }
        guard let json = JSONValue(line) else {
            throw Fault(
                code: .badJSON, message: "the line is not JSON; each request is one object on one line",
                id: nil)
        }
        guard case .object(let members) = json else {
            throw Fault(code: .badRequest, message: "a request is a JSON object", id: nil)
        }
        return members
    }
}
