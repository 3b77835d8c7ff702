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
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init(reservingCapacity capacity: Int = 512) {
        bytes.reserveCapacity(capacity)
    }

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
        let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        bytes.append(addingCapacity: name.count + 4) { $0.append(key: name.span, behindComma: needsComma) }
        needsComma = false
    }

    /// A member's name that is not a literal.
    public mutating func key(named name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func string(_ text: String) {
        write(key: nil, text.utf8.span)
    }

    /// A member with its value: one append for both, as this is where a line's time is spent.
    ///
    /// - Precondition: the name needs no escape.
    mutating func member(_ name: StaticString, utf8 text: Span<UInt8>) {
        let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        write(key: name.span, text)
    }

    /// A member whose value is ASCII without quote and backslash, which the value itself writes.
    mutating func member(
        _ name: StaticString, plainASCII count: Int, _ value: (inout OutputSpan<UInt8>) -> Void
    ) {
        key(name)
        bytes.append(addingCapacity: count + 2) { output in
            output.append(UInt8(ascii: "\""))
            value(&output)
            output.append(UInt8(ascii: "\""))
        }
        needsComma = true
    }

    public mutating func number(_ number: Int) {
        separate()
        bytes.append(decimal: number.magnitude, isNegative: number < 0)
    }

    public mutating func number(_ number: UInt64) {
        separate()
        bytes.append(decimal: UInt(number), isNegative: false)
    }

    /// - Precondition: `number` is finite; JSON has no other.
    public mutating func number(_ number: Double) {
        precondition(number.isFinite, "JSON has no infinity and no NaN")
        separate()
        bytes.append(contentsOf: number.description.utf8)
    }

    public mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
    }

    /// The text as a line of JSON Lines.
    public consuming func line() -> [UInt8] {
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private mutating func write(key: Span<UInt8>?, _ text: Span<UInt8>) {
        var isPlain = true
        bytes.append(addingCapacity: (key?.count ?? 0) + text.count + 6) { output in
            if let key {
                output.append(key: key, behindComma: needsComma)
            } else if needsComma {
                output.append(UInt8(ascii: ","))
            }
            output.append(UInt8(ascii: "\""))
            isPlain = output.append(copyingPlain: text)
            output.append(UInt8(ascii: "\""))
        }
        needsComma = true
        guard !isPlain else { return }
        bytes.removeLast(text.count + 1)
        bytes.append(escaping: text)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func enclose(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(open)
        needsComma = false
        content(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}

extension OutputSpan<UInt8> {
    fileprivate mutating func append(key: Span<UInt8>, behindComma: Bool) {
        if behindComma { append(UInt8(ascii: ",")) }
        append(UInt8(ascii: "\""))
        append(copying: key)
        append(UInt8(ascii: "\""))
        append(UInt8(ascii: ":"))
    }
}

extension JSONWriter: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The length only: what is written may be a card's.
    public var description: String { "JSONWriter(\(bytes.count) bytes)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
