import FoundationEssentials
import YAML

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
        var isFolder = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder else {
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
        guard let text = String(validating: data, as: UTF8.self) else { throw failure("is not UTF-8 text") }
        return text
    }
}

extension Configuration {
    /// Takes over what a file's text says; an empty file says nothing.
    mutating func apply(_ text: String, file: String) throws(ConfigurationError) {
        let root: YAMLNode?
        do throws(YAMLError) {
            root = try YAMLReader.read(text)
        } catch {
            throw ConfigurationError(error, file: file)
        }
        guard let root, root.scalar?.isEmpty != true else { return }
        try apply(ConfigurationNode(node: root, key: "", file: file))
    }
}

extension ConfigurationError {
    fileprivate init(_ error: YAMLError, file: String) {
        let (key, message) =
            switch error.problem {
            case .syntax(let problem): ("", "YAML: \(problem)")
            case .duplicateKey(let name): (name, "stands twice; keep one")
            case .tooLarge: ("", "YAML: more values than a configuration has; check its aliases")
            }
        self.init(file: file, line: error.mark?.line, column: error.mark?.column, key: key, message: message)
    }
}
