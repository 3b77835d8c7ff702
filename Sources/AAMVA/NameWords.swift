/// Names whose last letters are an identifier's, as TRINIDAD ends in DAD: where no separator stands before it, nothing but
/// the word tells that no empty element does.
///
/// Not from any list: Spanish, Persian, Arabic and English names that are common enough to be met, and whose beginning alone
/// is hardly ever a name.
enum NameWords {
    private static let words: [StaticString] = [
        "TRINIDAD", "SOLEDAD", "NATIVIDAD", "CARIDAD", "PIEDAD", "FELICIDAD", "HADDAD", "MADAD", "MEHRDAD",
        "BEHDAD", "BAMDAD", "MIRDAD", "HAMDAD", "KHODADAD", "KHUDADAD", "ALLAHDAD", "BAGHDAD",
        "JUDAH", "HALLIDAY", "HOLLIDAY", "HOLIDAY", "FARADAY", "DOUBLEDAY", "LOVEDAY", "HAIDAR", "HAYDAR",
        "LANDAU",
    ]

    /// Whether the text ends in one of the names, as a whole word.
    static func end(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
        words.contains { word in
            let start = text.upperBound - word.utf8CodeUnitCount
            guard start >= text.lowerBound, bytes.spells(word, at: start) else { return false }
            return start == text.lowerBound || !bytes[start - 1].isLetter
        }
    }
}
