import Foundation
import Scanning

/// A report descriptor of `Fixtures/descriptors`, by its file's name.
enum DescriptorFixture {
    struct Missing: Error {
        let name: String
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/descriptors/\(name).hex")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").flatMap { line in
            line.split(separator: " ", omittingEmptySubsequences: true)
                .prefix { $0.utf8.count == 2 && UInt8($0, radix: 16) != nil }
                .compactMap { UInt8($0, radix: 16) }
        }
    }

    static func named(_ name: String) throws -> HIDReportDescriptor {
        guard let descriptor = HIDReportDescriptor(try bytes(name)) else { throw Missing(name: name) }
        return descriptor
    }
}
