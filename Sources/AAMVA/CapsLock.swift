/// A payload that was typed with Caps Lock on.
enum CapsLock {
    /// The payload with the case of every letter inverted.
    ///
    /// A keyboard that has a key for an accented letter inverts that too, and one that types it by its number doesn't: a small
    /// one in a word whose other letters came small was a capital like them.
    static func undone(_ payload: [UInt8]) -> [UInt8] {
        let bytes = payload.span
        var undone = payload
        for index in payload.indices {
            if bytes[index] < 0x80 {
                undone[index] = bytes[index].caseInverted
            } else if bytes[index] & caseBit != 0, isAccented(bytes, index), isWordSmall(bytes, index) {
                undone[index] ^= caseBit
            }
        }
        return undone
    }

    /// What tells capitals from small letters, in ASCII, in ISO 8859-1 and in the second byte of UTF-8 alike.
    private static let caseBit: UInt8 = 0x20

    /// Whether a letter of ISO 8859-1 that has both cases ends there, by that or as UTF-8.
    private static func isAccented(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        let isContinued = bytes[index] == 0xC3 && index + 1 < bytes.count && bytes[index + 1] & 0xC0 == 0x80
        let isSecond = index > 0 && bytes[index - 1] == 0xC3 && bytes[index] & 0xC0 == 0x80
        let letter = isSecond ? bytes[index] | 0x40 : bytes[index]
        return !isContinued && letter >= 0xC0 && ![0xD7, 0xDF, 0xF7, 0xFF].contains(letter)
    }

    /// Whether the word around the place has ASCII letters, and small ones only.
    private static func isWordSmall(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        func isOfWord(_ place: Int) -> Bool { bytes[place].isLetter || bytes[place] >= 0x80 }
        let start = (0..<index).last { !isOfWord($0) }.map { $0 + 1 } ?? 0
        let end = (index..<bytes.count).first { !isOfWord($0) } ?? bytes.count
        let letters = (start..<end).filter { bytes[$0].isLetter }
        return !letters.isEmpty && letters.allSatisfy { bytes[$0] & caseBit != 0 }
    }
}
