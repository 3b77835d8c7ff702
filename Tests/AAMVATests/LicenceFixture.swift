import AAMVA
import Foundation
import Testing

/// One line of `Tests/Fixtures/licenses/payloads.jsonl`; its README says what the keys mean.
struct LicenceFixture: Sendable, CustomTestStringConvertible {
    let id: String
    let source: String
    let payload: [UInt8]
    let isIntact: Bool
    /// Values by the till protocol's keys.
    let expected: [String: String]
    /// One for each of several joined records.
    let expectedRecords: [[String: String]]

    var testDescription: String { "\(id): \(source)" }

    static let all: [LicenceFixture] = load()
    static let intact = all.filter(\.isIntact)
    /// Intact ones without those that differ from another in values only.
    static let shapes = intact.filter { fixture in
        ![
            "v003", "v004", "v007", "v018", "v039", "v065", "v067", "v068", "v070", "v071", "v074", "v079",
            "v081", "v095", "v096",
        ]
        .contains(fixture.id)
    }
    static let damaged = all.filter { !$0.isIntact }

    static func named(_ id: String) throws -> LicenceFixture {
        try #require(all.first { $0.id == id })
    }

    /// What the whole payload decodes to in one call.
    var outcome: RecordDecoder.Outcome { RecordDecoder.decode(payload) }

    private static func load() -> [LicenceFixture] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/licenses/payloads.jsonl")
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { line in
            (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]).flatMap {
                LicenceFixture($0)
            }
        }
    }

    private init?(_ row: [String: Any]) {
        guard let id = row["id"] as? String, let source = row["source"] as? String,
            let text = row["payload"] as? String, let isIntact = row["intact"] as? Bool
        else { return nil }
        let expected = row["expected"] as? [String: Any] ?? [:]
        self.id = id
        self.source = source
        self.isIntact = isIntact
        let scalars = text.unicodeScalars
        payload = scalars.allSatisfy { $0.value <= 0xFF } ? scalars.map { UInt8($0.value) } : Array(text.utf8)
        self.expected = expected.compactMapValues { $0 as? String }
        expectedRecords = (expected["records"] as? [[String: String]]) ?? []
    }
}
