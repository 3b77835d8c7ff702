/// What cards write for the colour of eyes and hair.
///
/// Sources: ANSI D-20, "Eye color" and "Hair color"; AAMVA DL/ID Card Design Standard (2000), table E-3; and words and
/// codes that real cards have besides.
package enum ColorCode {
    private static let all: Set<String> = [
        "BLK", "BLU", "BRO", "GRY", "GRN", "HAZ", "MAR", "PNK", "DIC", "UNK", "BAL", "BLN", "RED", "SDY",
        "WHI",
        "BRN", "BR", "BN", "BL", "HZL", "BLACK", "BLUE", "BROWN", "GRAY", "GREY", "GREEN", "HAZEL", "MAROON",
        "PINK", "UNKNOWN", "BALD", "BLOND", "BLONDE", "SANDY", "WHITE", "AUBURN",
    ]

    package static func isListed(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        let value = bytes.trimmed(value)
        return bytes.isSentinel(value) || all.contains(bytes.text(value).uppercased())
    }
}
