/// A JSON value as the API prints it: members in the order they were written in, numbers as the letters they were
/// written in, since `4365`, `4365.0` and `"4365"` are different answers to a client that is under test.
enum JSON: Hashable, Sendable {
    case object([Member])
    case array([JSON])
    case string(String)
    /// The letters of a JSON number.
    case number(String)
    case boolean(Bool)
    case null

    struct Member: Hashable, Sendable {
        let name: String
        let value: JSON
    }

    /// An object's member; `nil` for anything else, and where it isn't there.
    subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var isObject: Bool {
        if case .object = self { true } else { false }
    }

    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// A string's text, or a number's letters: how a tolerant server takes an id.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .object, .array, .boolean, .null: nil
        }
    }

    /// The value on one line.
    var written: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .object(let members): Self.write(members, between: "{", "}", to: &text) { $0.write(to: &$1) }
        case .array(let items): Self.write(items, between: "[", "]", to: &text) { $0.write(to: &$1) }
        case .string(let string): Self.write(string, to: &text)
        case .number(let letters): text += letters
        case .boolean(let value): text += value ? "true" : "false"
        case .null: text += "null"
        }
    }

    private static func write<Item>(
        _ items: [Item], between opening: String, _ closing: String, to text: inout String,
        each write: (Item, inout String) -> Void
    ) {
        text += opening
        for (index, item) in items.enumerated() {
            if index > 0 { text += "," }
            write(item, &text)
        }
        text += closing
    }

    fileprivate static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension JSON.Member {
    fileprivate func write(to text: inout String) {
        JSON.write(name, to: &text)
        text += ":"
        text += value.written
    }
}
