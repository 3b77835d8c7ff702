import Devices
import Foundation
import Scanning
import Testing

/// The tables in `Fixtures/layouts`, by which pure tests type without libxkbcommon.
@Suite struct LayoutFixtureTests {
    static let layouts = ["us", "gb", "ca", "ca(fr)", "ca(multix)", "fr", "de", "es", "it", "be", "ch"]

    private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../Fixtures/layouts")

    /// A line for each key that types: its keycode, and its scalars in hexadecimal by modifiers.
    private func table(of layout: KeyboardLayout) -> String {
        var lines = ""
        for code: UInt16 in 0...255 {
            let scalars = (0..<UInt8(16)).map { layout[code, KeyboardLayout.Modifiers(rawValue: $0)] }
            guard scalars.contains(where: { $0 != 0 }) else { continue }
            lines += ([String(code)] + scalars.map { String($0, radix: 16) }).joined(separator: " ") + "\n"
        }
        return lines
    }

    @Test(arguments: layouts)
    func `a layout's table is libxkbcommon's`(name: String) throws {
        let compiled = table(of: try LayoutCompiler.compile(name))
        let file = folder.appending(path: "\(name).layout")
        if (try? String(contentsOf: file, encoding: .utf8)) == compiled { return }
        let found = FileManager.default.temporaryDirectory.appending(path: "\(name).layout")
        try compiled.write(to: found, atomically: true, encoding: .utf8)
        Issue.record("\(file.lastPathComponent) differs from libxkbcommon's, which is in \(found.path)")
    }
}
