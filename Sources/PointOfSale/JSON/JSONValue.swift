/// Any JSON value. Numbers stay the text that they were, so that money and long ids lose nothing.
///
/// It may hold a person's data: its description says its kind alone.
enum JSONValue: Hashable, Sendable {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    case number(String)
    case boolean(Bool)
    case null

    /// `nil` where the bytes are no JSON.
    init?(_ bytes: [UInt8]) {
        var parser = JSONParser(bytes)
        guard let value = parser.parse() else { return nil }
        self = value
    }

    /// The first of these members that is there and not null.
    subscript(names: String...) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        for name in names {
            if let value = members[name], value != .null { return value }
        }
        return nil
    }

    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var isObject: Bool {
        if case .object = self { true } else { false }
    }
}

extension JSONValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String {
        switch self {
        case .object(let members): "JSONValue(object of \(members.count))"
        case .array(let values): "JSONValue(array of \(values.count))"
        case .string: "JSONValue(string)"
        case .number: "JSONValue(number)"
        case .boolean: "JSONValue(boolean)"
        case .null: "JSONValue(null)"
        }
    }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
