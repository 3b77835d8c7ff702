/// Bytes written one behind the other, most of them short texts.
///
/// Texts are copied a word at a time into storage that is there already: for texts this short, appending to an array and
/// `memcpy` both cost more than the copy.
struct ByteWriter: Sendable {
    /// Zeros behind `count`.
    private(set) var storage: [UInt8] = []
    private(set) var count = 0

    init() {}

    init(capacity: Int) {
        lengthen(by: capacity)
    }

    mutating func append(_ byte: UInt8) {
        grow(by: 1)
        storage[count - 1] = byte
    }

    /// Two bytes in one step: each asks whether the storage is shared.
    mutating func append(_ byte: UInt8, _ next: UInt8) {
        let start = count
        grow(by: 2)
        var free = storage.mutableSpan
        free[start] = byte
        free[start + 1] = next
    }

    /// Whether all of the text is plain: printable ASCII without quote and backslash, as nearly all texts are.
    @discardableResult
    mutating func append(_ text: Span<UInt8>) -> Bool {
        let start = count
        grow(by: text.count)
        var free = storage.mutableSpan
        var bytes = free.mutableBytes
        return bytes.store(text.bytes, at: start)
    }

    /// A text that is known to be plain.
    mutating func append(plain text: Span<UInt8>) {
        let start = count
        grow(by: text.count)
        var free = storage.mutableSpan
        var bytes = free.mutableBytes
        _ = bytes.store(text.bytes, at: start)
    }

    /// A number in decimal and the byte behind it.
    mutating func append(_ number: UInt64, _ next: UInt8) {
        var text = InlineArray<21, UInt8>(repeating: next)
        var first = text.count - 1
        var rest = number
        repeat {
            first -= 1
            text[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        append(plain: text.span.extracting(first...))
    }

    /// A JSON object's key and the colon behind it.
    @inline(__always)
    mutating func append(key: StaticString) {
        let start = count
        let end = start &+ 1 &+ key.utf8CodeUnitCount
        grow(by: key.utf8CodeUnitCount &+ 3)
        var free = storage.mutableSpan
        var bytes = free.mutableBytes
        bytes.store(UInt8(ascii: "\""), at: start)
        _ = bytes.store(key.bytes.span.bytes, at: start &+ 1)
        bytes.store(Self.quoteColon, at: end)
    }

    /// A JSON object's member and the comma behind it, `"key":"text",`: one step for all, as this is where a line's time is
    /// spent.
    ///
    /// - Returns: whether the text is plain.
    @inline(__always)
    mutating func append(key: StaticString, text: Span<UInt8>) -> Bool {
        let start = count
        let colon = start &+ key.utf8CodeUnitCount &+ 2
        let value = colon &+ 2
        grow(by: key.utf8CodeUnitCount &+ text.count &+ 6)
        var free = storage.mutableSpan
        var bytes = free.mutableBytes
        bytes.store(UInt8(ascii: "\""), at: start)
        _ = bytes.store(key.bytes.span.bytes, at: start &+ 1)
        // A byte too many, in whose place the value begins or ends.
        bytes.store(Self.quoteColonQuote, at: colon &- 1)
        let isPlain = bytes.store(text.bytes, at: value)
        bytes.store(Self.quoteComma, at: value &+ text.count)
        return isPlain
    }

    static func length(beforeTextOf key: StaticString) -> Int { key.utf8CodeUnitCount + 4 }
    static let lengthBehindText = 2

    private static let quoteColonQuote = UInt32(littleEndian: 0x22_3A_22)
    private static let quoteColon = UInt16(littleEndian: 0x3A_22)
    private static let quoteComma = UInt16(littleEndian: 0x2C_22)

    /// The last byte that was written; 0 where none was.
    var last: UInt8 { count > 0 ? storage[count - 1] : 0 }

    /// - Precondition: something was written.
    mutating func replaceLast(with byte: UInt8) {
        storage[count - 1] = byte
    }

    mutating func removeLast(_ number: Int) {
        count -= number
    }

    /// What was written, without what was reserved.
    consuming func finish() -> [UInt8] {
        storage.removeLast(storage.count - count)
        return storage
    }

    @inline(__always)
    private mutating func grow(by number: Int) {
        count += number
        if count > storage.count { lengthen(by: 2 * count - storage.count) }
    }

    private mutating func lengthen(by number: Int) {
        storage.append(addingCapacity: number) { $0.append(repeating: 0, count: number) }
    }
}

extension MutableRawSpan {
    /// - Precondition: the place and what is stored there lie within the bytes, as `ByteWriter.grow` has seen to.
    @inline(__always)
    fileprivate mutating func store(_ value: some BitwiseCopyable & FixedWidthInteger, at place: Int) {
        storeBytes(of: value, toUncheckedByteOffset: place, as: type(of: value))
    }

    /// Copies a text: words, the last of them over bytes that the one before it has copied.
    ///
    /// - Returns: whether it is plain.
    @inline(__always)
    fileprivate mutating func store(_ text: RawSpan, at start: Int) -> Bool {
        let count = text.byteCount
        guard count >= 8 else { return storeShort(text, at: start) }
        var signs: UInt64 = 0
        var index = 0
        while index < count &- 8 {
            signs |= copy(text, index, to: start, as: UInt64.self).signs
            index &+= 8
        }
        signs |= copy(text, count &- 8, to: start, as: UInt64.self).signs
        return signs == 0
    }

    /// Fewer than eight bytes: two halves of a word, or up to three bytes, that may overlap.
    @inline(__always)
    private mutating func storeShort(_ text: RawSpan, at start: Int) -> Bool {
        let count = text.byteCount
        if count >= 4 {
            let first = copy(text, 0, to: start, as: UInt32.self)
            let last = copy(text, count &- 4, to: start, as: UInt32.self)
            return (UInt64(first) | UInt64(last) << 32).signs == 0
        }
        guard count > 0 else { return true }
        let first = copy(text, 0, to: start, as: UInt8.self)
        let middle = copy(text, count / 2, to: start, as: UInt8.self)
        let last = copy(text, count &- 1, to: start, as: UInt8.self)
        let blanks: UInt64 = 0x2020_2020_2000_0000
        return (blanks | UInt64(first) | UInt64(middle) << 8 | UInt64(last) << 16).signs == 0
    }

    @inline(__always)
    private mutating func copy<Word: BitwiseCopyable & FixedWidthInteger>(
        _ text: RawSpan, _ index: Int, to start: Int, as type: Word.Type
    ) -> Word {
        let word = text.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: type)
        store(word, at: start &+ index)
        return word
    }
}

extension StaticString {
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}

extension UInt64 {
    /// A high bit for bytes that are no plain ones: printable ASCII other than quote and backslash. 0 where all eight are plain.
    @inline(__always)
    fileprivate var signs: UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Each term sets a byte's high bit where that byte fails; none carries into a neighbour while all are below 0x80.
        let control = self &- ones &* 0x20
        let quote = (self ^ ones &* 0x22) &- ones
        let backslash = (self ^ ones &* 0x5C) &- ones
        let delete = self &+ ones
        return (self | control | quote | backslash | delete) & (ones &* 0x80)
    }
}
