import CYAML

/// Reads one YAML document with libyaml, every node with its mark.
///
/// Aliases are unfolded, within bounds: a text of a few lines could otherwise name a tree of any size.
public struct YAMLReader: ~Copyable {
    /// The most nodes of a document, aliases unfolded.
    static let mostNodes = 20_000
    /// How deep nodes may lie in one another.
    static let mostLevels = 32

    private let document: yaml_document_t
    private var nodes = 0

    private init(_ document: yaml_document_t) {
        self.document = document
    }

    /// The text's document; `nil` where it holds nothing but comments.
    ///
    /// - Throws: `YAMLError` for broken syntax, a key that stands twice, and for a second document.
    public static func read(_ text: String) throws(YAMLError) -> YAMLNode? {
        var text = text
        var result: Result<YAMLNode?, YAMLError> = .success(nil)
        text.withUTF8 { bytes in
            var parser = yaml_parser_t()
            guard yaml_parser_initialize(&parser) == 1 else { fatalError("libyaml has no memory") }
            defer { yaml_parser_delete(&parser) }
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
            result = Result { () throws(YAMLError) in try read(&parser) }
        }
        return try result.get()
    }

    private static func read(_ parser: inout yaml_parser_t) throws(YAMLError) -> YAMLNode? {
        let first = try load(&parser) { document throws(YAMLError) in try tree(of: &document) }
        guard first != nil else { return nil }
        let second = try load(&parser) { document in yaml_document_get_root_node(&document)?.pointee }
        if let second {
            throw YAMLError(
                problem: .syntax("a second document begins here"), mark: YAMLMark(second.start_mark))
        }
        return first
    }

    /// Hands on the next document, which lives until `body` returns.
    private static func load<Value>(
        _ parser: inout yaml_parser_t, _ body: (inout yaml_document_t) throws(YAMLError) -> Value
    ) throws(YAMLError) -> Value {
        var document = yaml_document_t()
        guard yaml_parser_load(&parser, &document) == 1 else { throw YAMLError(parser) }
        defer { yaml_document_delete(&document) }
        return try body(&document)
    }

    private static func tree(of document: inout yaml_document_t) throws(YAMLError) -> YAMLNode? {
        guard yaml_document_get_root_node(&document) != nil else { return nil }
        var reader = YAMLReader(document)
        // libyaml numbers a document's nodes from 1, which is the root.
        return try reader.node(1, level: 0)
    }

    private mutating func node(_ number: Int32, level: Int) throws(YAMLError) -> YAMLNode {
        let node = document.nodes.start[Int(number) - 1]
        let mark = YAMLMark(node.start_mark)
        nodes += 1
        guard nodes <= Self.mostNodes, level <= Self.mostLevels else {
            throw YAMLError(problem: .tooLarge, mark: mark)
        }
        switch node.type {
        case YAML_MAPPING_NODE:
            return YAMLNode(content: .mapping(try entries(of: node, level: level)), mark: mark)
        case YAML_SEQUENCE_NODE:
            var items: [YAMLNode] = []
            let list = node.data.sequence.items
            for item in UnsafeBufferPointer(start: list.start, count: list.top - list.start) {
                items.append(try self.node(item, level: level + 1))
            }
            return YAMLNode(content: .sequence(items), mark: mark)
        default:
            let scalar = node.data.scalar
            let text = String(
                decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let isQuoted =
                scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE
                || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
            return YAMLNode(content: .scalar(text, isQuoted: isQuoted), mark: mark)
        }
    }

    private mutating func entries(
        of node: yaml_node_t, level: Int
    ) throws(YAMLError) -> [(key: YAMLNode, value: YAMLNode)] {
        var entries: [(key: YAMLNode, value: YAMLNode)] = []
        var names: Set<String> = []
        let pairs = node.data.mapping.pairs
        for pair in UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start) {
            let key = try self.node(pair.key, level: level + 1)
            if let name = key.scalar, !names.insert(name).inserted {
                throw YAMLError(problem: .duplicateKey(name), mark: key.mark)
            }
            entries.append((key, try self.node(pair.value, level: level + 1)))
        }
        return entries
    }
}

extension YAMLMark {
    fileprivate init(_ mark: yaml_mark_t) {
        self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
}

extension YAMLError {
    /// What stopped the parser, and where.
    fileprivate init(_ parser: yaml_parser_t) {
        let problem = parser.problem.map { String(cString: $0) } ?? "the text cannot be read"
        let isPlaced =
            parser.error == YAML_SCANNER_ERROR || parser.error == YAML_PARSER_ERROR
            || parser.error == YAML_COMPOSER_ERROR
        self.init(
            problem: .syntax(problem), mark: isPlaced ? YAMLMark(parser.problem_mark) : nil)
    }
}
