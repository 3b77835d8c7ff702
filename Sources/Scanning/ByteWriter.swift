/// Bytes written one behind the other, most of them short texts.
///
/// Texts are copied eight bytes at a time into storage that is there already: for texts this short, appending to an array
/// and `memcpy` both cost more than the copy.
struct ByteWriter: Sendable {
    /// Zeros behind `count`.
    private(set) var storage: [UInt8]
    private(set) var count = 0

    init(capacity: Int) {
        storage = [UInt8](repeating: 0, count: capacity)
    }

    mutating func append(_ byte: UInt8) {
        reserve(1)
        storage[count] = byte
        count += 1
    }

    /// Whether all of the text is plain: printable ASCII without quote and backslash, as nearly all texts are.
    @discardableResult
    mutating func append(_ text: Span<UInt8>) -> Bool {
        reserve(text.count)
        let start = count
        count += text.count
        var free = storage.mutableSpan
        var bytes = free.mutableBytes
        return bytes.store(text.bytes, at: start)
    }

    /// A JSON object's member, `"key":"text"`, with a comma before it or without: one step for all, as this is where a line's
    /// time is spent.
    mutating func append(key: Span<UInt8>, text: Span<UInt8>, behindComma: Bool) -> Bool {
        reserve(key.count + text.count + 6)
        var end = count
        count += key.count + text.count + (behindComma ? 6 : 5)
        var free = storage.mutableSpan
        var bytes = free.mutableBytes
        if behindComma { bytes.store(",", at: &end) }
        bytes.store("\"", at: &end)
        _ = bytes.store(key.bytes, at: end)
        end += key.count
        bytes.store("\"", at: &end)
        bytes.store(":", at: &end)
        bytes.store("\"", at: &end)
        let isPlain = bytes.store(text.bytes, at: end)
        end += text.count
        bytes.store("\"", at: &end)
        return isPlain
    }

    mutating func removeLast(_ number: Int) {
        count -= number
    }

    /// What was written, without what was reserved.
    consuming func finish() -> [UInt8] {
        storage.removeLast(storage.count - count)
        return storage
    }

    private mutating func reserve(_ number: Int) {
        guard count + number > storage.count else { return }
        storage.append(contentsOf: repeatElement(0, count: storage.count + number))
    }
}

extension MutableRawSpan {
    @inline(__always)
    fileprivate mutating func store(_ sign: Unicode.Scalar, at place: inout Int) {
        storeBytes(of: UInt8(truncatingIfNeeded: sign.value), toByteOffset: place, as: UInt8.self)
        place += 1
    }

    /// Copies words, the last of them over bytes that the one before it has copied.
    fileprivate mutating func store(_ text: RawSpan, at start: Int) -> Bool {
        let count = text.byteCount
        guard count >= 8 else { return storeShort(text, at: start) }
        var isPlain = true
        var index = 0
        while index < count {
            let place = min(index, count - 8)
            let word = text.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
            storeBytes(of: word, toByteOffset: start + place, as: UInt64.self)
            isPlain = word.isPlainASCII && isPlain
            index += 8
        }
        return isPlain
    }

    private mutating func storeShort(_ text: RawSpan, at start: Int) -> Bool {
        var isPlain = true
        for index in 0..<text.byteCount {
            let byte = text.unsafeLoad(fromByteOffset: index, as: UInt8.self)
            storeBytes(of: byte, toByteOffset: start + index, as: UInt8.self)
            isPlain = byte.isPlainASCII && isPlain
        }
        return isPlain
    }
}

extension UInt8 {
    /// Whether it is printable ASCII other than quote and backslash.
    fileprivate var isPlainASCII: Bool {
        self &- 0x20 < 0x5F && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
    }
}

extension UInt64 {
    /// Whether all eight bytes are printable ASCII other than quote and backslash.
    fileprivate var isPlainASCII: Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        // Each term sets a byte's high bit where that byte fails; none carries into a neighbour while all are below 0x80.
        let control = self &- ones &* 0x20
        let quote = (self ^ ones &* 0x22) &- ones
        let backslash = (self ^ ones &* 0x5C) &- ones
        let delete = self &+ ones
        return (self | control | quote | backslash | delete) & high == 0
    }
}
