/// Writes one JSON text into bytes: UTF-8, no blanks, no line break, members in the order of the calls.
///
///     var json = JSONWriter()
///     json.object {
///         $0.member("type", "bye")
///         $0.key("codes")
///         $0.array { $0.number(1) }
///     }
///
/// It knows nothing of nesting: each value has a comma behind it, whose place a closing bracket or the end takes. Each value
/// of an object follows a `key`, and one value stands at the top. Every control character is escaped, C1 and DEL included, and so are U+2028 and U+2029: tills in languages
/// that split lines at any of them still read one line.
///
/// Source: RFC 8259, "The JavaScript Object Notation (JSON) Data Interchange Format".
public struct JSONWriter: Sendable {
    private var output: ByteWriter

    public init(reservingCapacity capacity: Int = 512) {
        output = ByteWriter(capacity: capacity)
    }

    /// What was written so far.
    public var bytes: [UInt8] {
        var output = output
        if output.last == Self.comma { output.removeLast(1) }
        return output.finish()
    }

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")

    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        output.append(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    public mutating func array(_ values: (inout JSONWriter) -> Void) {
        output.append(UInt8(ascii: "["))
        values(&self)
        close(UInt8(ascii: "]"))
    }

    /// A member's name; its value is what is written next.
    ///
    /// - Precondition: the name is printable ASCII without quote and backslash, and so needs no escape.
    @inline(__always)
    public mutating func key(_ name: StaticString) {
        output.append(key: name)
    }

    /// A member's name that is not a literal.
    public mutating func key(named name: String) {
        string(name)
        output.replaceLast(with: UInt8(ascii: ":"))
    }

    public mutating func string(_ text: String) {
        let text = text.utf8.span
        output.append(Self.quote)
        if !output.append(text) {
            output.removeLast(text.count)
            output.append(escaping: text)
        }
        output.append(Self.quote, Self.comma)
    }

    /// A member with its value.
    ///
    /// - Precondition: the name needs no escape.
    @inline(__always)
    mutating func member(_ name: StaticString, utf8 text: Span<UInt8>) {
        if !output.append(key: name, text: text) { escapeMember(text) }
    }

    /// Writes the value of the last member once more, escaped.
    private mutating func escapeMember(_ text: Span<UInt8>) {
        output.removeLast(text.count + 2)
        output.append(escaping: text)
        output.append(Self.quote, Self.comma)
    }

    /// Members that are JSON already, each with a comma behind it.
    mutating func members(_ text: Span<UInt8>) {
        output.append(plain: text)
    }

    public mutating func number(_ number: Int) {
        if number < 0 { output.append(UInt8(ascii: "-")) }
        self.number(UInt64(number.magnitude))
    }

    public mutating func number(_ number: UInt64) {
        output.append(number, Self.comma)
    }

    /// - Precondition: `number` is finite; JSON has no other.
    public mutating func number(_ number: Double) {
        precondition(number.isFinite, "JSON has no infinity and no NaN")
        value(number.description.utf8.span)
    }

    /// A number whose text is at hand, such as an amount that must not become a binary fraction.
    ///
    /// - Precondition: the text is a JSON number.
    public mutating func number(literal text: String) {
        value(text.utf8.span)
    }

    public mutating func bool(_ value: Bool) {
        self.value((value ? "true" : "false").utf8.span)
    }

    /// A value that another writer has written.
    public mutating func json(_ text: [UInt8]) {
        value(text.span)
    }

    /// The text as a line of JSON Lines.
    ///
    /// - Precondition: a value was written.
    public consuming func line() -> [UInt8] {
        output.removeLast(1)
        output.append(UInt8(ascii: "\n"))
        return output.finish()
    }

    private mutating func value(_ text: Span<UInt8>) {
        output.append(plain: text)
        output.append(Self.comma)
    }

    private mutating func close(_ bracket: UInt8) {
        if output.last == Self.comma { output.removeLast(1) }
        output.append(bracket, Self.comma)
    }
}

extension JSONWriter: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The length only: what is written may be a card's.
    public var description: String { "JSONWriter(\(bytes.count) bytes)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
