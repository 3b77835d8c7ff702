extension StripeReader {
    /// A stripe's text with every `^` that a keyboard's dead key joined with the letter or digit behind it; `nil` where there
    /// is none. A stripe's own characters are those of six bits, so that no letter with an accent can be its own.
    ///
    /// Source: ISO/IEC 7811-2, "Coded character set for 7-bit (6-bit) characters"; Unicode's decompositions.
    static func parted(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return nil }
        let isUTF8 = bytes.span.isUTF8(bytes.indices)
        var parted: [UInt8] = []
        parted.reserveCapacity(bytes.count + 8)
        var isChanged = false
        var index = 0
        while index < bytes.count {
            let width = isUTF8 && bytes[index] >= 0xC2 ? (bytes[index] >= 0xE0 ? 3 : 2) : 1
            let scalar = scalar(bytes[index..<index + width])
            index += width
            if let row = composed.first(where: { $0.scalar == scalar }) {
                // Caps Lock, if it was on, has been undone for letters of ASCII only: the letter behind shows the case.
                let isUpper = index < bytes.count && bytes[index].isUppercase
                parted += [Byte.caret, isUpper ? row.base.uppercased : row.base]
                isChanged = true
            } else {
                parted += bytes[index - width..<index]
            }
        }
        return isChanged ? parted : nil
    }

    private static func scalar(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        guard bytes.count > 1, let first = bytes.first else { return UInt32(bytes.first ?? 0) }
        let lead = UInt32(first) & (bytes.count == 2 ? 0x1F : 0x0F)
        return bytes.dropFirst().reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
    }

    /// What a circumflex makes of a letter, and of a digit.
    private static let composed: [(scalar: UInt32, base: UInt8)] = {
        let table: [(Character, Character)] = [
            ("Â", "A"), ("Ê", "E"), ("Î", "I"), ("Ô", "O"), ("Û", "U"), ("Ĉ", "C"), ("Ĝ", "G"), ("Ĥ", "H"),
            ("Ĵ", "J"), ("Ŝ", "S"), ("Ŵ", "W"), ("Ŷ", "Y"), ("Ẑ", "Z"), ("â", "a"), ("ê", "e"), ("î", "i"),
            ("ô", "o"), ("û", "u"), ("ĉ", "c"), ("ĝ", "g"), ("ĥ", "h"), ("ĵ", "j"), ("ŝ", "s"), ("ŵ", "w"),
            ("ŷ", "y"), ("ẑ", "z"), ("⁰", "0"), ("¹", "1"), ("²", "2"), ("³", "3"), ("⁴", "4"), ("⁵", "5"),
            ("⁶", "6"), ("⁷", "7"), ("⁸", "8"), ("⁹", "9"),
        ]
        return table.compactMap { composed, base in
            guard let scalar = composed.unicodeScalars.first, let ascii = base.asciiValue else { return nil }
            return (scalar.value, ascii)
        }
    }()
}
