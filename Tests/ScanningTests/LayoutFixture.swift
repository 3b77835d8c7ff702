import Foundation
import Scanning

/// A table of `Tests/Fixtures/layouts`: what libxkbcommon makes of a layout, for tests that know no library.
enum LayoutFixture {
    /// In the order of the daemon's own list.
    static let names = ["us", "gb", "ca", "ca(fr)", "ca(multix)", "fr", "de", "es", "it", "be", "ch"]
    static let all: [KeyboardLayout] = names.compactMap { try? read($0) }

    static func named(_ name: String) -> KeyboardLayout {
        guard let layout = all.first(where: { $0.name == name }) else {
            preconditionFailure("Fixtures/layouts has no \(name)")
        }
        return layout
    }

    private static func read(_ name: String) throws -> KeyboardLayout {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/layouts/\(name).layout")
        var scalars: [UInt16: [UInt32]] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let words = line.split(separator: " ")
            scalars[UInt16(words[0]) ?? 0] = words.dropFirst().map { UInt32($0, radix: 16) ?? 0 }
        }
        return KeyboardLayout(name: name) { code, modifiers in scalars[code]?[Int(modifiers.rawValue)] ?? 0 }
    }
}
