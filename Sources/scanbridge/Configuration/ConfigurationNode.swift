import YAML

/// A piece of the configuration with its place, so that every error can name file, line, column and key.
struct ConfigurationNode {
    let node: YAMLNode
    /// Such as `sockets[0].max_tills`; empty for the whole file.
    let key: String
    let file: String

    var place: ConfigurationPlace {
        ConfigurationPlace(file: file, line: node.mark.line, column: node.mark.column, key: key)
    }

    func error(_ message: String) -> ConfigurationError { place.error(message) }

    /// The node's kind in a technician's words.
    var kind: String {
        switch node.content {
        case .scalar(let text, _): text.isEmpty ? "nothing" : "a single value"
        case .mapping: "a group of keys"
        case .sequence: "a list"
        }
    }

    /// The values of a group of keys, in the file's order; another key than `allowed` is an error.
    func mapping(_ allowed: [String]) throws(ConfigurationError) -> [(name: String, value: ConfigurationNode)]
    {
        guard case .mapping(let mapping) = node.content else {
            throw error("found \(kind); expected a group of keys: \(allowed.joined(separator: ", "))")
        }
        var entries: [(name: String, value: ConfigurationNode)] = []
        for (keyNode, value) in mapping {
            let name = keyNode.scalar ?? ""
            let path = key.isEmpty ? name : "\(key).\(name)"
            guard allowed.contains(name) else {
                let place = ConfigurationNode(node: keyNode, key: path, file: file)
                throw place.error("unknown key; " + Spelling.advice(for: name, among: allowed))
            }
            entries.append((name, ConfigurationNode(node: value, key: path, file: file)))
        }
        return entries
    }

    func list() throws(ConfigurationError) -> [ConfigurationNode] {
        guard case .sequence(let sequence) = node.content else {
            throw error("found \(kind); expected a list, such as [a, b]")
        }
        return sequence.enumerated().map { index, item in
            ConfigurationNode(node: item, key: "\(key)[\(index)]", file: file)
        }
    }

    /// The scalar's own letters, so that `no`, `0755` and `1e3` stay what was written.
    func text() throws(ConfigurationError) -> String {
        guard let text = node.scalar else { throw error("found \(kind); expected a single value") }
        return text
    }

    /// Like `text()`, but not empty.
    func filledText() throws(ConfigurationError) -> String {
        let text = try text()
        guard !text.isEmpty else { throw error("has no value; give one or remove the key") }
        return text
    }

    func list<Value>(
        of read: (ConfigurationNode) throws(ConfigurationError) -> Value
    ) throws(ConfigurationError) -> [Value] {
        var values: [Value] = []
        for item in try list() { values.append(try read(item)) }
        return values
    }
}
