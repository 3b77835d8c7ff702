/// What each key types: a plain table, compiled from an XKB layout, so that turning keys into text needs no library.
///
/// A dead key, which types nothing until the next one, is a combining mark (U+0300 to U+036F).
public struct KeyboardLayout: Sendable {
    /// What may change a key's meaning, wherever on the keyboard it is held.
    public struct Modifiers: OptionSet, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        public static let shift = Modifiers(rawValue: 1)
        public static let capsLock = Modifiers(rawValue: 2)
        public static let altGr = Modifiers(rawValue: 4)
        public static let control = Modifiers(rawValue: 8)

        static let combinations = 16
    }

    /// As XKB names it: `us`, `ca(fr)`.
    public let name: String
    /// Unicode scalars by keycode and, within it, by modifiers.
    private let scalars: [UInt32]
    /// The scalars that need no AltGr.
    private let plain: Set<UInt32>

    /// - Parameter scalar: the Unicode scalar that a key (0 to 255) types under the modifiers; 0 for none.
    public init(name: String, _ scalar: (UInt16, Modifiers) -> UInt32) {
        self.name = name
        var scalars: [UInt32] = []
        scalars.reserveCapacity(256 * Modifiers.combinations)
        for code: UInt16 in 0...255 {
            for modifiers in 0..<UInt8(Modifiers.combinations) {
                scalars.append(scalar(code, Modifiers(rawValue: modifiers)))
            }
        }
        self.scalars = scalars
        plain = Set(
            scalars.indices.filter { $0 & Int(Modifiers.altGr.union(.control).rawValue) == 0 }.map {
                scalars[$0]
            })
    }

    /// The Unicode scalar that the key types; 0 for none, and for keycodes above 255.
    public subscript(code: UInt16, modifiers: Modifiers) -> UInt32 {
        code <= 255 ? scalars[Int(code) * Modifiers.combinations + Int(modifiers.rawValue & 15)] : 0
    }

    /// Whether the layout types the scalar without AltGr, so that nobody would use AltGr for it.
    func typesPlainly(_ scalar: UInt32) -> Bool { plain.contains(scalar) }

    /// Whether every key types the same, whatever the layouts are called.
    func typesLike(_ other: KeyboardLayout) -> Bool { scalars == other.scalars }
}
