import Foundation
import SyntheticLicenses

/// Writes what the fuzzer begins with, each payload a file: `seeds PAYLOADS.jsonl FOLDER`.
@main
enum Seeds {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { fatalError("usage: seeds PAYLOADS.jsonl FOLDER") }
        let folder = URL(filePath: arguments[2])
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, payload) in try fixtures(arguments[1]) + cards + damaged {
            try Data(payload).write(to: folder.appending(path: name))
        }
    }

    /// The payloads of the tests: code points up to 0xFF are bytes.
    private static func fixtures(_ path: String) throws -> [(String, [UInt8])] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
            let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            guard let id = row?["id"] as? String, let text = row?["payload"] as? String else { return nil }
            let scalars = text.unicodeScalars
            let isBytes = scalars.allSatisfy { $0.value <= 0xFF }
            return (id, isBytes ? scalars.map { UInt8($0.value) } : Array(text.utf8))
        }
    }

    private static var cards: [(String, [UInt8])] {
        (0..<64 as Range<UInt64>).map { ("card-\($0)", Card(seed: $0).payload) }
            + (0..<4).map { ("stripe-\($0)", Card(stripe: $0).payload) }
    }

    private static var damaged: [(String, [UInt8])] {
        Damage.allCases.flatMap { damage in
            (0..<3 as Range<UInt64>).map { seed in
                ("\(damage)-\(seed)", DamagedCard(seed: seed, damage: damage).payload)
            }
        }
    }
}
