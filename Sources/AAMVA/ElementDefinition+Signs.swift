/// Signs that no real value has: what a damaged byte looks like.
extension ElementDefinition {
    /// Whether no name has the sign. A comma, `$` and `@` part names where one element has them all.
    static func isForeignSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: ":"),
            UInt8(ascii: "%"), UInt8(ascii: "#"):
            true
        default: isForeignInText(byte)
        }
    }

    /// Whether the value ends in what scanners send in place of LF. Codes and remarks may hold any other sign.
    static func endsInSeparator(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        guard let last = value.last else { return false }
        return [UInt8(ascii: "|"), Byte.caret, UInt8(ascii: "~")].contains(bytes[last])
    }

    /// Whether no street, city or number has the sign.
    static func isForeignInText(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "^"), UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: ";"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "\\"), UInt8(ascii: "!"),
            UInt8(ascii: "\""), UInt8(ascii: "*"), UInt8(ascii: "`"):
            true
        default: false
        }
    }

    /// Whether a byte of the padding is damaged: something stands behind more blanks than part two words, or a sign at the
    /// end that ends no text.
    static func hasDamagedPadding(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        let text = bytes.trimmed(value)
        guard let last = text.last else { return false }
        if [UInt8(ascii: "("), UInt8(ascii: "$")].contains(bytes[last]) { return true }
        var blanks = text.lowerBound - value.lowerBound
        for index in text {
            let isBlank = bytes[index] == Byte.space
            if !isBlank, blanks >= 3 { return true }
            blanks = isBlank ? blanks + 1 : 0
        }
        return false
    }
}
