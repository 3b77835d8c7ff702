/// The words that begin an address or stand before its number, so that where a name ends can be told without a mark.
///
/// Source: Canada Post, "Addressing Guidelines", sections "Unit designators" and "Delivery installations".
enum StreetWords {
    private static let words: [StaticString] = [
        "APT", "BOX", "C/O", "COMP", "GENERAL DELIVERY", "HWY", "HIGHWAY", "LOT", "PO BOX", "RR", "SITE",
        "STE", "STN",
        "SUITE", "UNIT",
    ]

    /// Whether a house number or one of the words stands at `index`.
    static func begin(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        if bytes[index].isDigit {
            return !(index > 0 && bytes[index - 1].isDigit) && !isBehindBlank(bytes, index)
        }
        return words.contains { word in
            let end = index + word.utf8CodeUnitCount
            return bytes.spells(word, at: index) && end < bytes.count && !bytes[end].isLetter
        }
    }

    /// Whether the text ends in one of the words.
    static func end(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
        words.contains { word in
            text.count >= word.utf8CodeUnitCount
                && bytes.spells(word, at: text.upperBound - word.utf8CodeUnitCount)
        }
    }

    /// A number behind a blank belongs to what stands before the blank.
    private static func isBehindBlank(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        index > 0 && bytes[index - 1] == Byte.space
    }
}
