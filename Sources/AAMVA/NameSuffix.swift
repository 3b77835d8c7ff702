/// What follows a person's name to tell generations apart.
///
/// Source: AAMVA DL/ID Card Design Standard (2020), Annex D, table D.3, "Name suffix".
enum NameSuffix {
    /// I and V are more often an initial, and Vi is a Vietnamese name.
    private static let all = [
        "JR", "SR", "II", "III", "IV", "VII", "VIII", "IX", "1ST", "2ND", "3RD", "4TH", "5TH", "6TH", "7TH",
        "8TH", "9TH",
    ].map { packed($0.utf8.span) }

    static func isSuffix(_ word: some StringProtocol) -> Bool { isSuffix(String(word).utf8.span) }

    /// In any letter case, and with a period behind it or without.
    static func isSuffix(_ word: Span<UInt8>) -> Bool {
        let hasPeriod = !word.isEmpty && word[word.count - 1] == UInt8(ascii: ".")
        let letters = hasPeriod ? word.extracting(droppingLast: 1) : word
        return (2...4).contains(letters.count) && all.contains(packed(letters))
    }

    /// The same for a value's bytes, padding apart.
    static func isSuffix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        isSuffix(bytes.extracting(bytes.trimmed(range)))
    }

    /// Up to four letters as one number, in upper case.
    private static func packed(_ letters: Span<UInt8>) -> UInt32 {
        var packed: UInt32 = 0
        for index in letters.indices { packed = packed << 8 | UInt32(letters[index].uppercased) }
        return packed
    }

    /// Whether the last word, behind blanks and commas, is a suffix.
    static func ends(_ name: Span<UInt8>) -> Bool {
        var end = name.count
        while end > 0, isGap(name[end - 1]) { end -= 1 }
        var start = end
        while start > 0, !isGap(name[start - 1]) { start -= 1 }
        return isSuffix(name.extracting(start..<end))
    }

    private static func isGap(_ byte: UInt8) -> Bool { byte == Byte.space || byte == Byte.comma }

    /// Whether a value in a suffix's place can be one, I, V and VI among them.
    static func mayBeSuffix(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        let word = bytes.extracting(value)
        return isSuffix(word) || value.count <= 2 && initials.contains(packed(word))
    }

    private static let initials = ["I", "V", "VI", "X"].map { packed($0.utf8.span) }

    /// A name and the suffix that is its last word; `nil` where it has none, or is nothing else.
    static func split(off name: String) -> (name: String, suffix: String)? {
        let words = name.split { $0 == " " || $0 == "," }
        guard words.count > 1, let last = words.last, isSuffix(last) else { return nil }
        return (words.dropLast().joined(separator: " "), String(last))
    }
}
