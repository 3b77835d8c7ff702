/// What follows a person's name to tell generations apart.
///
/// Source: AAMVA DL/ID Card Design Standard (2020), Annex D, table D.3, "Name suffix".
enum NameSuffix {
    /// I and V are more often an initial, and Vi is a Vietnamese name.
    private static let all: Set<String> = [
        "JR", "SR", "II", "III", "IV", "VII", "VIII", "IX", "1ST", "2ND", "3RD", "4TH", "5TH", "6TH", "7TH",
        "8TH", "9TH",
    ]

    static func isSuffix(_ word: some StringProtocol) -> Bool {
        word.utf8.count <= 5
            && all.contains(String(word.hasSuffix(".") ? word.dropLast() : word[...]).uppercased())
    }

    /// The same for a value's bytes, padding apart, without the cost of a string for most.
    static func isSuffix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let value = bytes.trimmed(range)
        guard (2...5).contains(value.count) else { return false }
        let first = bytes[value.lowerBound].uppercased
        guard
            first.isDigit || first == UInt8(ascii: "J") || first == UInt8(ascii: "S")
                || first == UInt8(ascii: "I")
                || first == UInt8(ascii: "V")
        else { return false }
        return isSuffix(bytes.text(value))
    }

    /// Whether a word in a suffix's place can be one, I, V and VI among them.
    static func mayBeSuffix(_ word: String) -> Bool {
        isSuffix(word) || ["I", "V", "VI", "X"].contains(word.uppercased())
    }

    /// A name and the suffix that is its last word; `nil` where it has none, or is nothing else.
    static func split(off name: String) -> (name: String, suffix: String)? {
        let words = name.split { $0 == " " || $0 == "," }
        guard words.count > 1, let last = words.last, isSuffix(last) else { return nil }
        return (words.dropLast().joined(separator: " "), String(last))
    }
}
