import Foundation

/// The payloads of `Tests/Fixtures/licenses/payloads.jsonl` by their ids.
enum LicencePayloads {
    static let all: [(id: String, payload: [UInt8])] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/licenses/payloads.jsonl")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { line in
            guard let row = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let id = row["id"] as? String, let payload = row["payload"] as? String
            else { return nil }
            let scalars = payload.unicodeScalars
            let isLatin = scalars.allSatisfy { $0.value <= 0xFF }
            return (id, isLatin ? scalars.map { UInt8($0.value) } : Array(payload.utf8))
        }
    }()
}
