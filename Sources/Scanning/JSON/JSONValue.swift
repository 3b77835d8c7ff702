/// Any JSON value. Numbers stay the text that they were, so that money and long ids lose nothing.
///
/// It may hold a person's data: its description says its kind alone.
public enum JSONValue: Hashable, Sendable {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    case number(String)
    case boolean(Bool)
    case null

    /// `nil` where the bytes are no JSON.
    public init?(_ bytes: [UInt8]) {
        var parser = JSONParser(bytes)
        guard let value = parser.parse() else { return nil }
        self = value
    }

    /// The first of these members that is there and not null.
    public subscript(names: String...) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        for name in names {
            if let value = members[name], value != .null { return value }
        }
        return nil
    }

    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    public var number: Double? {
        if case .number(let text) = self { Double(text) } else { nil }
    }

    /// An array's values; none of any other value.
    public var array: [JSONValue] {
        if case .array(let values) = self { values } else { [] }
    }

    public var object: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }

    public var isObject: Bool {
        if case .object = self { true } else { false }
    }
}

extension JSONValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        switch self {
        case .object(let members): "JSONValue(object of \(members.count))"
        case .array(let values): "JSONValue(array of \(values.count))"
        case .string: "JSONValue(string)"
        case .number: "JSONValue(number)"
        case .boolean: "JSONValue(boolean)"
        case .null: "JSONValue(null)"
        }
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
