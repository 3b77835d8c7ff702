import Foundation
import Testing

/// A recording of `Fixtures/recordings`, and the till's lines that must come of it.
struct CorpusRecording: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    let expected: [JSON]
    /// The lines of its head by their keys; what only the tests want of them is a comment, and its key begins with `# `.
    private let head: [String: String]

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fixtures/recordings").standardizedFileURL

    static let all: [CorpusRecording] = {
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "scan" }.sorted { $0.path() < $1.path() }
            .compactMap { try? CorpusRecording($0) }
    }()

    private init(_ file: URL) throws {
        name = file.deletingPathExtension().lastPathComponent
        path = file.path()
        let lines = try String(
            contentsOf: Self.folder.appending(path: "\(name).expected.jsonl"), encoding: .utf8)
        expected = try lines.split(separator: "\n").map { Self.outline(try JSON(parsing: String($0))) }
        let head = try String(contentsOf: file, encoding: .utf8).split(separator: "\n\n")[0]
        self.head = Dictionary(
            uniqueKeysWithValues: head.split(separator: "\n").dropFirst().map { line in
                let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
                return (parts[0], parts[1])
            })
    }

    var model: String { self["model"] }
    var transport: String { self["transport"] }
    var testDescription: String { name }

    subscript(key: String) -> String { head[key] ?? "" }

    /// What of a till's line is foretold: not its time, its ids and its sentences, and each warning once.
    static func outline(_ line: JSON) -> JSON {
        var members: [String: JSON] = [:]
        for key in ["type", "source", "applicant", "reason", "symbology", "data"] { members[key] = line[key] }
        if line["type"] == "applicant" {
            let warnings = line["warnings"]?.items ?? []
            let texts = warnings.map { "\($0["code"]?.text ?? "") \($0["field"]?.text ?? "")" }
            members["warnings"] = .array(Set(texts).sorted().map(JSON.string))
        }
        return .object(members)
    }

    /// Whether a line tells of a scan.
    static func isScan(_ line: JSON) -> Bool {
        ["reading", "applicant", "scan_failed", "repeated", "barcode"].contains(line["type"]?.text)
    }
}
