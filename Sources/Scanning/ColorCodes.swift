/// What cards write for the colour of eyes and hair, as far as a code is concerned.
///
/// Source: ANSI D-20, "Eye color" and "Hair color".
enum ColorCodes {
    private static let all: Set<[UInt8]> = Set(
        [
            "BLK", "BLU", "BRO", "GRY", "GRN", "HAZ", "MAR", "PNK", "DIC", "UNK", "BAL", "BLN", "RED", "SDY", "WHI",
        ].map { Array($0.utf8) })

    static func holds(_ value: ArraySlice<UInt8>) -> Bool {
        all.contains(value.filter { $0 > 0x20 })
    }
}
