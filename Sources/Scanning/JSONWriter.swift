/// Writes one JSON text into bytes: UTF-8, no blanks, no line break, members in the order of the calls.
///
///     var json = JSONWriter()
///     json.object {
///         $0.member("type", "bye")
///         $0.key("codes")
///         $0.array { $0.number(1) }
///     }
///
/// It knows nothing of nesting but whether a comma is due: each value of an object follows a `key`, and one value stands
/// at the top. Every control character is escaped, C1 and DEL included, and so are U+2028 and U+2029: tills in languages
/// that split lines at any of them still read one line.
///
/// Source: RFC 8259, "The JavaScript Object Notation (JSON) Data Interchange Format".
public struct JSONWriter: Sendable {
    private var output: ByteWriter
    private var needsComma = false

    public init(reservingCapacity capacity: Int = 512) {
        output = ByteWriter(capacity: capacity)
    }

    /// What was written so far.
    public var bytes: [UInt8] { output.finish() }

    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    public mutating func array(_ values: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "["), UInt8(ascii: "]"), values)
    }

    /// A member's name; its value is what is written next.
    ///
    /// - Precondition: the name is printable ASCII without quote and backslash, and so needs no escape.
    public mutating func key(_ name: StaticString) {
        separate()
        output.append(UInt8(ascii: "\""))
        output.append(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount).span)
        output.append(UInt8(ascii: "\""))
        output.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A member's name that is not a literal.
    public mutating func key(named name: String) {
        string(name)
        output.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func string(_ text: String) { string(utf8: text.utf8.span) }

    mutating func string(utf8 text: Span<UInt8>) {
        separate()
        output.append(UInt8(ascii: "\""))
        if !output.append(text) {
            output.removeLast(text.count)
            output.append(escaping: text)
        }
        output.append(UInt8(ascii: "\""))
    }

    /// A member with its value.
    ///
    /// - Precondition: the name needs no escape.
    mutating func member(_ name: StaticString, utf8 text: Span<UInt8>) {
        let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        let isPlain = output.append(key: name.span, text: text, behindComma: needsComma)
        needsComma = true
        guard !isPlain else { return }
        output.removeLast(text.count + 1)
        output.append(escaping: text)
        output.append(UInt8(ascii: "\""))
    }

    public mutating func number(_ number: Int) {
        separate()
        output.append(number.description.utf8.span)
    }

    public mutating func number(_ number: UInt64) {
        separate()
        output.append(number.description.utf8.span)
    }

    /// - Precondition: `number` is finite; JSON has no other.
    public mutating func number(_ number: Double) {
        precondition(number.isFinite, "JSON has no infinity and no NaN")
        separate()
        output.append(number.description.utf8.span)
    }

    /// A number whose text is at hand, such as an amount that must not become a binary fraction.
    ///
    /// - Precondition: the text is a JSON number.
    public mutating func number(literal text: String) {
        separate()
        output.append(text.utf8.span)
    }

    public mutating func bool(_ value: Bool) {
        separate()
        output.append((value ? "true" : "false").utf8.span)
    }

    /// A value that another writer has written.
    public mutating func json(_ text: [UInt8]) {
        separate()
        output.append(text.span)
    }

    /// The text as a line of JSON Lines.
    public consuming func line() -> [UInt8] {
        output.append(UInt8(ascii: "\n"))
        return output.finish()
    }

    private mutating func enclose(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
        separate()
        output.append(open)
        needsComma = false
        content(&self)
        output.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { output.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}

extension JSONWriter: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The length only: what is written may be a card's.
    public var description: String { "JSONWriter(\(output.count) bytes)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
