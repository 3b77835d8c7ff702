extension ByteWriter {
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
