/// What an address's second line begins with, such as `APT 5B`, `# 12`, `PO BOX 9`.
///
/// Source: USPS Publication 28, "Secondary unit designators", and its rural routes and boxes; Canada Post's addressing
/// guidelines.
enum SecondaryAddress {
    private static let words: Set<String> = [
        "APT", "BLDG", "BSMT", "BOX", "COMP", "DEPT", "FL", "FLOOR", "FRNT", "HNGR", "LBBY", "LOT", "LOWR",
        "OFC", "PH", "PIER", "PO", "RM", "ROOM", "RR", "SITE", "SLIP", "SPC", "STE", "SUITE", "TRLR", "UNIT",
        "UPPR",
    ]

    static func begins(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let value = bytes.trimmed(range)
        guard let first = value.first else { return false }
        if bytes[first] == UInt8(ascii: "#") || bytes.spells("C/O", at: first)
            || bytes.spells("P.O", at: first)
        {
            return true
        }
        let end = value.first { !bytes[$0].isLetter } ?? value.upperBound
        return end > first && end < value.upperBound && words.contains(bytes.text(first..<end).uppercased())
    }
}
