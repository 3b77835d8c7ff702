/// What an address's second line begins with, such as `APT 5B`, `# 12`, `PO BOX 9`.
///
/// Source: USPS Publication 28, "Secondary unit designators", and its rural routes and boxes; Canada Post's addressing
/// guidelines.
enum SecondaryAddress {
    private static let words = Set(
        [
            "APT", "BLDG", "BSMT", "BOX", "COMP", "DEPT", "FL", "FLOOR", "FRNT", "HNGR", "LBBY", "LOT",
            "LOWR",
            "OFC", "PH", "PIER", "PO", "RM", "ROOM", "RR", "SITE", "SLIP", "SPC", "STE", "SUITE", "TRLR",
            "UNIT",
            "UPPR",
        ].map { packed($0.utf8.span) })

    /// Up to eight letters as one number, in upper case.
    private static func packed(_ letters: Span<UInt8>) -> UInt64 {
        var packed: UInt64 = 0
        for index in letters.indices { packed = packed << 8 | UInt64(letters[index].uppercased) }
        return packed
    }

    static func begins(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let value = bytes.trimmed(range)
        guard let first = value.first else { return false }
        if bytes[first] == UInt8(ascii: "#") { return true }
        guard bytes[first].isLetter else { return false }
        if bytes.spells("C/O", at: first) || bytes.spells("P.O", at: first) { return true }
        let end = value.first { !bytes[$0].isLetter } ?? value.upperBound
        return end < value.upperBound && end - first <= 8
            && words.contains(packed(bytes.extracting(first..<end)))
    }
}
