import Foundation

/// A payload of `Fixtures/licenses` with what it must decode to.
struct FixturePayload: Decodable {
    let id: String
    let payload: [UInt8]
    let expected: [String: String]

    static func all() throws -> [FixturePayload] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/licenses/payloads.jsonl")
        return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(FixturePayload.self, from: $0)
        }
    }

    private enum Key: String, CodingKey { case id, payload, expected }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        id = try container.decode(String.self, forKey: .id)
        let text = try container.decode(String.self, forKey: .payload)
        let isBytes = text.unicodeScalars.allSatisfy { $0.value <= 0xFF }
        payload = isBytes ? text.unicodeScalars.map { UInt8($0.value) } : Array(text.utf8)
        let values = try container.decodeIfPresent([String: Value].self, forKey: .expected) ?? [:]
        expected = values.compactMapValues(\.text)
    }

    private struct Value: Decodable {
        let text: String?

        init(from decoder: any Decoder) throws {
            text = try? decoder.singleValueContainer().decode(String.self)
        }
    }
}
