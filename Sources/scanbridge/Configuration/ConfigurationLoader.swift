import Foundation
import Yams

/// Reads the configuration from its file and drop-ins.
struct ConfigurationLoader {
    static let defaultFile = "/etc/scanbridge/scanbridge.yaml"

    /// The file that was named on the command line; `nil` for the default, which may be missing.
    let namedFile: String?

    /// The file, then `conf.d/*.yaml` beside it in the order of their names; later ones win.
    func load() throws(ConfigurationError) -> Configuration {
        let file = namedFile ?? Self.defaultFile
        var configuration = Configuration()
        if let text = try Self.read(file, mayBeMissing: namedFile == nil) {
            try configuration.apply(text, file: file)
        }
        for dropIn in try dropIns(beside: file) {
            if let text = try Self.read(dropIn, mayBeMissing: false) {
                try configuration.apply(text, file: dropIn)
            }
        }
        return configuration
    }

    private func dropIns(beside file: String) throws(ConfigurationError) -> [String] {
        let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "conf.d").path()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
        else {
            return []
        }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                .map { "\(folder)/\($0)" }
        } catch {
            throw ConfigurationError(
                file: folder, line: nil, column: nil, key: "",
                message: "cannot be read; check its permissions")
        }
    }

    private static func read(_ file: String, mayBeMissing: Bool) throws(ConfigurationError) -> String? {
        func failure(_ message: String) -> ConfigurationError {
            ConfigurationError(file: file, line: nil, column: nil, key: "", message: message)
        }
        guard FileManager.default.fileExists(atPath: file) else {
            if mayBeMissing { return nil }
            throw failure("no such file; check the path")
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw failure("cannot be read; check its permissions")
        }
        guard let text = String(data: data, encoding: .utf8) else { throw failure("is not UTF-8 text") }
        return text
    }
}

extension Configuration {
    /// Takes over what a file's text says; an empty file says nothing.
    mutating func apply(_ text: String, file: String) throws(ConfigurationError) {
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch let error as YamlError {
            throw ConfigurationError(error, file: file)
        } catch {
            throw ConfigurationError(file: file, line: nil, column: nil, key: "", message: "is not YAML")
        }
        guard let root else { return }
        if case .scalar(let scalar) = root, scalar.string.isEmpty { return }
        try apply(ConfigurationNode(node: root, key: "", file: file, fallback: nil))
    }
}

extension ConfigurationError {
    fileprivate init(_ error: YamlError, file: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(file: file, line: mark.line, column: mark.column, key: "", message: "YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(
                file: file, line: context.mark.line, column: context.mark.column,
                key: duplicates.joined(separator: ", "), message: "stands twice; keep one")
        default:
            self.init(file: file, line: nil, column: nil, key: "", message: "is not YAML text")
        }
    }
}
