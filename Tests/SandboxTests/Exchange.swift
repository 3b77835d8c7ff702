import FoundationEssentials
import Hummingbird
import Testing

@testable import pos_api_sandbox

/// A recorded exchange of `Tests/Fixtures/exchanges`.
struct Exchange: CustomTestStringConvertible {
    let name: String
    /// Whether it is the documentation's own sample, or made up for a reader to bear.
    let source: String
    let scope: String
    let request: JSON
    let status: Int
    /// `nil` for an answer that is no JSON.
    let answer: JSON?

    var testDescription: String { name }

    static let all: [Exchange] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/exchanges")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().compactMap {
            (try? Data(contentsOf: folder.appending(path: $0))).flatMap { JSON(reading: $0) }.flatMap(
                Exchange.init)
        }
    }()

    private init?(_ json: JSON) {
        guard let name = json["name"]?.string, let source = json["source"]?.string,
            let request = json["request"],
            let status = json["response"]?["status"]?.text.flatMap({ Int($0) })
        else { return nil }
        self.name = name
        self.source = source
        self.request = request
        self.status = status
        scope = json["settings"]?["scope"]?.string ?? "merchant"
        answer = json["response"]?["body"]
    }
}

extension Exchange {
    var method: HTTPRequest.Method { HTTPRequest.Method(rawValue: request["method"]?.string ?? "") ?? .get }

    /// Path and query.
    var target: String {
        let query = Self.pairs(request["query"])
        return (request["path"]?.string ?? "") + (query.isEmpty ? "" : "?" + query)
    }

    var mediaType: String {
        request["form"] == nil ? "application/json" : "application/x-www-form-urlencoded"
    }

    var body: String { request["body"]?.written ?? Self.pairs(request["form"]) }

    private static func pairs(_ object: JSON?) -> String {
        guard case .object(let members)? = object else { return "" }
        return members.sorted { $0.name < $1.name }.map { "\($0.name)=\($0.value.string ?? "")" }.joined(
            separator: "&")
    }
}

extension JSON {
    /// Whether all that was recorded is here, too, and of the same kind: the same members, as numbers, texts and lists.
    func hasShape(of recorded: JSON) -> Bool {
        switch (self, recorded) {
        case (.object, .object(let members)):
            members.allSatisfy { member in self[member.name].map { $0.hasShape(of: member.value) } ?? false }
        case (.array(let own), .array(let others)):
            own.count >= others.count && zip(own, others).allSatisfy { $0.hasShape(of: $1) }
        case (.string, .string), (.number, .number), (.boolean, .boolean), (.null, .null): true
        default: false
        }
    }

    /// Whether it is the same, whatever the order of an object's members.
    func equals(_ other: JSON) -> Bool {
        switch (self, other) {
        case (.object(let own), .object(let others)):
            Set(own.map(\.name)) == Set(others.map(\.name))
                && own.allSatisfy { member in other[member.name].map { member.value.equals($0) } ?? false }
        case (.array(let own), .array(let others)):
            own.count == others.count && zip(own, others).allSatisfy { $0.equals($1) }
        default: self == other
        }
    }
}
