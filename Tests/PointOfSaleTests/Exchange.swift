import Scanning
import Testing

@testable import PointOfSale

/// One of `Tests/Fixtures/exchanges`; its README says what the keys mean.
struct Exchange: Sendable, CustomTestStringConvertible {
    let name: String
    private let json: JSONValue

    var testDescription: String { name }

    static let all: [Exchange] = Fixtures.names(in: "exchanges", ending: ".json").compactMap { file in
        (try? Fixtures.bytes("exchanges/\(file)")).flatMap { JSONValue($0) }.map {
            Exchange(name: String(file.dropLast(5)), json: $0)
        }
    }

    var call: PointOfSaleCall? { json["call"]?.string.flatMap { PointOfSaleCall(rawValue: $0) } }

    var parameters: [String: CallParameter] {
        (json["params"]?.members ?? [:]).compactMapValues { value in value.string.map { .text($0) } }
    }

    var scope: PointOfSaleSettings.Scope {
        json["settings"]?["scope"]?.string.flatMap { PointOfSaleSettings.Scope(rawValue: $0) } ?? .merchant
    }

    var secret: Secret { Secret(json["settings"]?["secret"]?.string ?? "sandbox-secret") }

    var interestVersion: PointOfSaleSettings.InterestVersion {
        json["settings"]?["interest"]?.string.flatMap { PointOfSaleSettings.InterestVersion(rawValue: $0) }
            ?? .current
    }

    var method: String? { json["request"]?["method"]?.string }
    var path: String? { json["request"]?["path"]?.string }
    var query: [String: String] { texts(json["request"]?["query"]) }
    var form: [String: String] { texts(json["request"]?["form"]) }
    var sentBody: JSONValue? { json["request"]?["body"] }

    var answer: ScriptedAnswer {
        let response = json["response"]
        let status = response?["status"]?.smallNumber ?? 0
        let text = response?["text"]?.string ?? response?["body"]?.jsonText ?? "null"
        return .reply(status: status, body: text, headers: ["content-type": "application/json"])
    }

    var result: JSONValue? { json["result"] }
    var code: String? { json["error"]?["code"]?.string }
    var status: Int? { json["error"]?["status"]?.smallNumber }
    var fields: [String] { (json["error"]?["fields"]?.list ?? []).compactMap(\.string) }

    private func texts(_ json: JSONValue?) -> [String: String] {
        (json?.members ?? [:]).compactMapValues(\.string)
    }
}

extension JSONValue {
    var members: [String: JSONValue] {
        if case .object(let members) = self { members } else { [:] }
    }

    /// The value as JSON again, its numbers as they were.
    var jsonText: String {
        switch self {
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { "\(JSONValue.string($0).jsonText):\($1.jsonText)" }
                .joined(separator: ",") + "}"
        case .array(let values): "[" + values.map(\.jsonText).joined(separator: ",") + "]"
        case .string(let text): Self.quoted(text)
        case .number(let text): text
        case .boolean(let value): value ? "true" : "false"
        case .null: "null"
        }
    }

    private static func quoted(_ text: String) -> String {
        var json = JSONWriter()
        json.string(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
