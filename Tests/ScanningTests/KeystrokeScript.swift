import Foundation
import Scanning

/// A keystroke script: what a wedge's keys did, and the bytes that they mean.
///
///     # A licence's first keys.
///     shift down
///     2
///     shift up
///     80ms
///     type ANSI
///
///     @ANSI
///
/// A key's name alone is a press and a release; `type` taps a text's keys on a US keyboard. Behind the blank line stand the
/// bytes, with `\n`, `\r`, `\t`, `\\` and `\xHH`.
struct KeystrokeScript {
    enum Step {
        case key(KeyEvent)
        case pause(Duration)
    }

    let name: String
    private(set) var steps: [Step] = []
    private(set) var expected: [UInt8] = []

    struct Mistake: Error, CustomStringConvertible {
        let description: String
    }

    static func all() throws -> [KeystrokeScript] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/keystrokes")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "keys" }.map {
            try KeystrokeScript(
                name: $0.deletingPathExtension().lastPathComponent,
                text: String(contentsOf: $0, encoding: .utf8))
        }
    }

    init(name: String, text: String) throws {
        self.name = name
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).drop { $0.hasPrefix("#") }
        let parts = lines.split(maxSplits: 1, omittingEmptySubsequences: false) { $0.isEmpty }
        guard parts.count == 2, let result = parts[1].first else {
            throw Mistake(description: "\(name): a blank line and the bytes are missing")
        }
        for line in parts[0] { try read(line) }
        expected = try Self.bytes(result)
    }

    var keys: [KeyEvent] {
        steps.compactMap { if case .key(let key) = $0 { key } else { nil } }
    }

    private mutating func read(_ line: Substring) throws {
        if line.hasPrefix("type ") {
            for key in Typist.keys(for: [UInt8](line.dropFirst(5).utf8)) { steps.append(.key(key)) }
        } else if line.hasSuffix("ms"), let milliseconds = Int(line.dropLast(2)) {
            steps.append(.pause(.milliseconds(milliseconds)))
        } else {
            let words = line.split(separator: " ")
            guard let code = Typist.codes[String(words[0])] else {
                throw Mistake(description: "\(name): there is no key \(words[0])")
            }
            if words.last != "up" { steps.append(.key(KeyEvent(code: code, isPressed: true))) }
            if words.last != "down" { steps.append(.key(KeyEvent(code: code, isPressed: false))) }
        }
    }

    private static func bytes(_ text: Substring) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "\\"): bytes.append(0x5C)
            case UInt8(ascii: "x"):
                guard let value = UInt8(Substring(rest.prefix(2)), radix: 16) else { fallthrough }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: throw Mistake(description: "an escape is unknown")
            }
        }
        return bytes
    }
}
