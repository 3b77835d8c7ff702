import Foundation
import Testing

/// Holds the manual pages to what the executable says of itself, and to `docs/configuration.md`.
@Suite(.ownThreads) struct ManualTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test func `the manual's synopsis has every command with its options, and no others`() throws {
        let help = try Scanbridge.run("--experimental-dump-help").output.joined(separator: "\n")
        let commands = try JSON(parsing: help)["command"]?["subcommands"]?.items ?? []
        var options: [String: Set<String>] = [:]
        for command in commands {
            let name = try #require(command["commandName"]?.text)
            options[name] = try optionNames(of: command)
        }
        #expect(try synopses() == options)
    }

    @Test func `the manual explains every option of its synopsis`() throws {
        let explained = try Set(page("scanbridge.1").compactMap { firstWord(in: $0, after: ".It Fl -") })
        let options = try synopses().values.reduce(into: Set()) { $0.formUnion($1) }
        #expect(options.subtracting(explained) == [])
    }

    @Test func `the configuration's manual explains every key`() throws {
        let text = try page("scanbridge.yaml.5").joined(separator: "\n")
        let words = Set(text.split { !($0.isLetter || $0 == "_") })
        #expect(try keys().filter { !words.contains($0) } == [])
    }

    /// Each command's long options, as the executable lists them; those that every command has aside.
    private func optionNames(of command: JSON) throws -> Set<String> {
        let names = (command["arguments"]?.items ?? []).flatMap { $0["names"]?.items ?? [] }
        let long = names.filter { $0["kind"] == "long" }.compactMap { $0["name"]?.text }
        return Set(long).subtracting(["help", "version"])
    }

    /// Each command's options in the synopsis, where a command begins with `.Nm` and `.Cm` and has `.Op` lines.
    private func synopses() throws -> [String: Set<String>] {
        let lines = try page("scanbridge.1").drop { $0 != ".Sh SYNOPSIS" }
            .prefix { $0 != ".Sh DESCRIPTION" }
        var synopses: [String: Set<String>] = [:]
        for synopsis in lines.split(separator: ".Nm") {
            guard let name = synopsis.first.flatMap({ firstWord(in: $0, after: ".Cm ") }) else { continue }
            synopses[name] = Set(synopsis.compactMap { firstWord(in: $0, after: ".Op Fl -") })
        }
        return synopses
    }

    private func firstWord(in line: String, after prefix: String) -> String? {
        guard line.hasPrefix(prefix) else { return nil }
        return line.dropFirst(prefix.count).split(separator: " ").first.map(String.init)
    }

    /// The keys of the example that shows all of them.
    private func keys() throws -> [Substring] {
        let text = try text(of: "docs/configuration.md")
        let example = try #require(text.split(separator: "```yaml\n").dropFirst().first)
            .prefix { $0 != "`" }
        let keys = example.split(separator: "\n").compactMap { line in
            line.split { " -".contains($0) }.first?.split(separator: ":").first
        }
        #expect(keys.count > 30)
        return keys
    }

    private func page(_ name: String) throws -> [String] {
        try text(of: "docs/man/\(name)").split(separator: "\n").map(String.init)
    }

    private func text(of file: String) throws -> String {
        try String(contentsOf: Self.sources.appending(path: file), encoding: .utf8)
    }
}
