import Foundation
import Testing

@testable import scanbridge

@Suite struct LocalRulesFileTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID())").path

    /// The file's text after a line was added to this one; `nil` where there was none.
    private func added(to text: String?) throws -> String {
        if let text { try text.write(toFile: path, atomically: true, encoding: .utf8) }
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = LocalRulesFile(path: path)
        #expect(!file.contains("RULE"))
        try file.add("RULE", comment: "Scanner")
        #expect(file.contains("RULE"))
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test func `a file that isn't there is made`() throws {
        #expect(try added(to: nil) == "# Scanner\nRULE\n")
    }

    @Test func `a line is added at the end`() throws {
        #expect(try added(to: "A\n") == "A\n\n# Scanner\nRULE\n")
    }

    @Test func `a last line without an end gets one`() throws {
        #expect(try added(to: "#RULE") == "#RULE\n\n# Scanner\nRULE\n")
    }

    @Test func `a folder that is missing is said to be`() {
        let failure = #expect(throws: CommandFailure.self) {
            try LocalRulesFile(path: "/proc/none/rules").add("RULE", comment: "Scanner")
        }
        #expect(failure?.status == ExitStatus.inputOutput)
    }
}
