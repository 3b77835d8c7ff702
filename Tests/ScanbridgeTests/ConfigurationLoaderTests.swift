import Foundation
import Scanning
import Testing

@testable import scanbridge

@Suite final class ConfigurationLoaderTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "scanbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "conf.d"), withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test func `drop-ins are read in the order of their names, and only those that end in yaml`() throws {
        try write("decode: {minimum_age: 1}", "scanbridge.yaml")
        try write("decode: {minimum_age: 3}", "conf.d/b.yaml")
        try write("decode: {minimum_age: 2}", "conf.d/a.yaml")
        try write("decode: {minimum_age: 9}", "conf.d/z.yaml.bak")
        try write("decode: {minimum_age: 9}", "conf.d/.z.yaml")
        #expect(try load().decode.applicant.minimumAge == 3)
    }

    @Test func `a named file that is missing is an error`() {
        #expect(throws: ConfigurationError.self) { try load() }
    }

    @Test func `a file that is no text is an error that says so`() throws {
        try Data([0x61, 0xFF, 0xFE]).write(to: folder.appending(path: "scanbridge.yaml"))
        let error = #expect(throws: ConfigurationError.self) { try load() }
        #expect(error?.description.hasSuffix("scanbridge.yaml: is not UTF-8 text") == true)
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func load() throws -> Configuration {
        try ConfigurationLoader(namedFile: folder.appending(path: "scanbridge.yaml").path()).load()
    }
}
