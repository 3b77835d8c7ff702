extension [UInt8] {
    /// Appends UTF-8 as the inside of a JSON string.
    mutating func append(escaping text: Span<UInt8>) {
        var index = 0
        while index < text.count {
            if let special = Self.special(in: text, at: index) {
                append(escapeFor: special.scalar)
                index += special.width
            } else {
                append(text[index])
                index += 1
            }
        }
    }

    mutating func append(decimal magnitude: UInt, isNegative: Bool) {
        if isNegative { append(UInt8(ascii: "-")) }
        var power: UInt = 1
        while magnitude / power >= 10 { power *= 10 }
        while power > 0 {
            append(UInt8(ascii: "0") + UInt8(magnitude / power % 10))
            power /= 10
        }
    }

    /// The character at `index` if it may not stand in a line as it is, and its length in UTF-8.
    private static func special(
        in text: Span<UInt8>, at index: Int
    ) -> (scalar: UInt16, width: Int)? {
        let byte = text[index]
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F:
            return (UInt16(byte), 1)
        case 0xC2 where text[index + 1] < 0xA0:
            return (UInt16(text[index + 1]), 2)
        case 0xE2 where text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
            return (0x2000 | UInt16(text[index + 2] & 0x3F), 3)
        default:
            return nil
        }
    }

    private mutating func append(escapeFor scalar: UInt16) {
        append(UInt8(ascii: "\\"))
        switch scalar {
        case 0x22, 0x5C: append(UInt8(scalar))
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0D: append(UInt8(ascii: "r"))
        default:
            append(UInt8(ascii: "u"))
            for shift in stride(from: 12, through: 0, by: -4) {
                let digit = UInt8(scalar >> UInt16(shift) & 0xF)
                append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
            }
        }
    }
}

extension OutputSpan<UInt8> {
    /// Eight bytes at a time: this is where a line's time is spent. The texts are too short for `memcpy` to be faster.
    mutating func append(copying text: Span<UInt8>) {
        var index = 0
        while index + 8 <= text.count {
            append(word: text.word(at: index))
            index += 8
        }
        while index < text.count {
            append(text[index])
            index += 1
        }
    }

    /// The same, and whether all of it may stand in a JSON string as it is, as nearly all text may.
    mutating func append(copyingPlain text: Span<UInt8>) -> Bool {
        var isPlain = true
        var index = 0
        while index + 8 <= text.count {
            let word = text.word(at: index)
            isPlain = word.isPlainASCII && isPlain
            append(word: word)
            index += 8
        }
        while index < text.count {
            isPlain = text[index].isPlainASCII && isPlain
            append(text[index])
            index += 1
        }
        return isPlain
    }

    private mutating func append(word: UInt64) {
        for shift in stride(from: 0, to: UInt64(64), by: 8) {
            append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }
}

extension Span<UInt8> {
    /// Eight bytes from `index` on, the first in the lowest bits.
    fileprivate func word(at index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
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
