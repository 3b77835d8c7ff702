import FoundationEssentials
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

    /// The request's keys, each read by itself: a till may send further keys with anything in them, and a wrong
    /// kind of value in one key mustn't hide the request's `id`.
    private struct Envelope: Decodable {
        enum Text {
            case absent
            case text(String)
            case other

            var text: String? {
                if case .text(let text) = self { text } else { nil }
            }
        }

        enum CodingKeys: String, CodingKey {
            case type, id, scan, call, params
        }

        let type: Text
        let id: Text
        let scan: Text
        let call: Text
        /// `nil` where they are no object, or one of other values than texts, numbers and booleans.
        let parameters: [String: CallParameter]?

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            func text(_ key: CodingKeys) -> Text {
                guard container.contains(key), (try? container.decodeNil(forKey: key)) != true else {
                    return .absent
                }
                guard let text = try? container.decode(String.self, forKey: key) else { return .other }
                return text.isEmpty ? .absent : .text(text)
            }
            type = text(.type)
            id = text(.id)
            scan = text(.scan)
            call = text(.call)
            // Null is none, in any key.
            parameters = try? container.decodeIfPresent(CallParameters.self, forKey: .params)?.values ?? [:]
        }
    }

    /// Reads one line, without its end. An `id` that is null or empty is none.
    init(line: [UInt8]) throws(Fault) {
        let envelope = try Self.envelope(of: line)
        let id = envelope.id.text
        if case .other = envelope.id {
            throw Fault(code: .badRequest, message: "`id` must be a string", id: nil)
        }
        if let id, id.unicodeScalars.count > Self.idLimit {
            throw Fault(
                code: .badRequest, message: "`id` must be at most \(Self.idLimit) characters long", id: nil)
        }
        switch envelope.type.text {
        case "ack":
            guard let scan = envelope.scan.text else {
                throw Fault(
                    code: .badRequest, message: "`ack` needs `scan`, the scan's id as a string", id: id)
            }
            self = .ack(scan: scan)
        case "status": self = .status(id: id)
        case "replay": self = .replay(id: id)
        case "call":
            guard let call = envelope.call.text else {
                throw Fault(
                    code: .badRequest, message: "`call` needs `call`, the call's name as a string", id: id)
            }
            self = .call(id: id, call: TillCall(rawValue: call), parameters: envelope.parameters)
        default:
            throw Fault(
                code: .unknownType, message: "`type` must be \"ack\", \"status\", \"replay\" or \"call\"",
                id: id)
        }
    }

    private static func envelope(of line: [UInt8]) throws(Fault) -> Envelope {
        // No line holds a control character. (The decoder lets some pass, and takes zero bytes for UTF-16.)
        guard line.allSatisfy({ $0 >= 0x20 }), String(validating: line, as: UTF8.self) != nil else {
            throw Fault(
                code: .badJSON, message: "a request is UTF-8 text without control characters", id: nil)
        }
        do {
            return try JSONDecoder().decode(Envelope.self, from: Data(line))
        } catch DecodingError.typeMismatch, DecodingError.valueNotFound {
            throw Fault(code: .badRequest, message: "a request is a JSON object", id: nil)
        } catch {
            throw Fault(
                code: .badJSON, message: "the line is not JSON; each request is one object on one line",
                id: nil)
        }
    }
}
