/// A key that types nothing by itself and changes the next one: in a layout's table it is a combining mark.
///
/// The next character decides, as on Windows, which scanners are made for: a letter that the mark goes with becomes one
/// character, a blank leaves the mark by itself, and anything else comes behind the mark.
enum DeadKey {
    /// Unicode's block "Combining Diacritical Marks". No layout types one by itself.
    static func isMark(_ scalar: UInt32) -> Bool { 0x300...0x36F ~= scalar }

    /// The characters that a mark and the next one type.
    static func joined(_ mark: UInt32, with next: UInt32) -> [UInt32] {
        let alone = spacing[mark] ?? mark
        if next == 0x20 { return [alone] }
        guard let base = Unicode.Scalar(next), let combining = Unicode.Scalar(mark),
            let letter = letters[String(String.UnicodeScalarView([base, combining]))]
        else {
            return [alone, next]
        }
        return [letter]
    }

    /// Each mark as a character of its own.
    ///
    /// Source: Windows keyboard layouts, which type these for the mark and a blank.
    private static let spacing: [UInt32: UInt32] = [
        0x300: 0x60, 0x301: 0xB4, 0x302: 0x5E, 0x303: 0x7E, 0x304: 0xAF, 0x306: 0x2D8, 0x307: 0x2D9,
        0x308: 0xA8,
        0x30A: 0xB0, 0x30B: 0x2DD, 0x30C: 0x2C7, 0x327: 0xB8, 0x328: 0x2DB,
    ]

    /// The letters of Latin-1 and of Latin Extended-A. A text equals its decomposition, so base and mark find them.
    private static let letters: [String: UInt32] = {
        var letters: [String: UInt32] = [:]
        for scalar: UInt32 in 0xC0...0x17F {
            if let letter = Unicode.Scalar(scalar) { letters[String(letter)] = scalar }
        }
        return letters
    }()
}
