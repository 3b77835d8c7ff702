import Foundation

/// A file that goes with its last reference.
final class TemporaryFile: Sendable {
    let path = FileManager.default.temporaryDirectory.appending(path: "scanbridge-\(UUID())").path

    init(_ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
