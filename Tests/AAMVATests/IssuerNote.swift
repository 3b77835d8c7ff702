import Foundation

/// One line of `Tests/Fixtures/licenses/issuers.jsonl`; the README beside it says what the keys mean.
struct IssuerNote: Decodable {
    /// Two letters.
    let issuer: String
    let known: String?
    let assumed: String?
    /// No payload of a card of its own is public.
    let unseen: Bool?
    /// Tags that `CoveragePage.sources` explains.
    let sources: [String]?
    /// Ids of payloads that show it.
    let fixtures: [String]?

    static func all() throws -> [IssuerNote] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/licenses/issuers.jsonl")
        let lines = try Data(contentsOf: url).split(separator: UInt8(ascii: "\n"))
        return try lines.map { try JSONDecoder().decode(IssuerNote.self, from: $0) }
    }
}
