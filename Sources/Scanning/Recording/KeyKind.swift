/// Which keys may stand for each other: those that print the same kind of character on most keyboards.
///
/// Source: Linux `input-event-codes.h`; the keys of a US keyboard.
enum KeyKind: CaseIterable {
    case letter
    case digit
    case keypadDigit
    /// The others that print: letters with accents, on many keyboards.
    case sign

    /// `nil` for a key that prints nothing, or a blank.
    init?(_ code: UInt16) {
        guard let kind = Self.allCases.first(where: { $0.codes.contains(code) }) else { return nil }
        self = kind
    }

    var codes: [UInt16] {
        switch self {
        case .letter: Array(16...25) + Array(30...38) + Array(44...50)
        case .digit: Array(2...11)
        case .keypadDigit: Self.keypad
        case .sign: [12, 13, 26, 27, 39, 40, 41, 43, 51, 52, 53, 86]
        }
    }

    static let printing = allCases.flatMap(\.codes)
    /// The keypad's keys from 0 to 9.
    static let keypad: [UInt16] = [82, 79, 80, 81, 75, 76, 77, 71, 72, 73]
    static let leftAlt: UInt16 = 56
}
