extension KeyboardWedge {
    /// The modifier keys that are down, each for itself: Shift holds until both of its keys are up.
    struct ModifierKeys: OptionSet, Sendable {
        let rawValue: UInt8

        static let leftShift = ModifierKeys(rawValue: 1)
        static let rightShift = ModifierKeys(rawValue: 2)
        static let leftControl = ModifierKeys(rawValue: 4)
        static let rightControl = ModifierKeys(rawValue: 8)
        static let leftAlt = ModifierKeys(rawValue: 16)
        static let rightAlt = ModifierKeys(rawValue: 32)
        static let leftMeta = ModifierKeys(rawValue: 64)
        static let rightMeta = ModifierKeys(rawValue: 128)

        static let shifts: ModifierKeys = [.leftShift, .rightShift]
        static let controls: ModifierKeys = [.leftControl, .rightControl]
        static let commands: ModifierKeys = [.leftAlt, .leftMeta, .rightMeta]

        /// Whether Ctrl and Alt are held together, which Windows takes for AltGr.
        var areThirdLevel: Bool {
            contains(.leftAlt) && !isDisjoint(with: .controls) && isDisjoint(with: [.leftMeta, .rightMeta])
        }

        /// The keycodes of those that are in it.
        var codes: [UInt16] {
            Self.all.filter { ModifierKeys(code: $0).map(contains) ?? false }
        }

        private static let all: [UInt16] = [29, 42, 54, 56, 97, 100, 125, 126]

        mutating func set(_ key: ModifierKeys, isPressed: Bool) {
            if isPressed { insert(key) } else { remove(key) }
        }
    }

    /// Keycodes that mean the same on every layout.
    ///
    /// Source: Linux `input-event-codes.h`.
    enum Key {
        static let tab: UInt16 = 15
        static let enter: UInt16 = 28
        static let capsLock: UInt16 = 58
        static let keypadEnter: UInt16 = 96
        /// The number on a digit key of the keypad.
        static func keypadDigit(_ code: UInt16) -> UInt8? {
            keypadCharacter(code).flatMap { $0 == 0x2E ? nil : UInt8($0 - 0x30) }
        }

        /// The keypad's digits and dot, whatever Num Lock says: a scanner that uses the keypad means its digits.
        static func keypadCharacter(_ code: UInt16) -> UInt32? {
            switch code {
            case 71...73: UInt32(code) - 71 + 0x37
            case 75...77: UInt32(code) - 75 + 0x34
            case 79...81: UInt32(code) - 79 + 0x31
            case 82: 0x30
            case 83: 0x2E
            default: nil
            }
        }

        /// The control character that Ctrl makes of a key's character.
        ///
        /// Source: libxkbcommon, `XkbToControl` in `src/state.c`.
        static func control(_ scalar: UInt32) -> UInt32? {
            switch scalar {
            case 0x40...0x7E, 0x20: scalar & 0x1F
            case 0x32: 0x00
            case 0x33...0x37: scalar - 0x33 + 0x1B
            case 0x38: 0x7F
            case 0x2F: 0x1F
            default: nil
            }
        }
    }
}

extension KeyboardWedge.ModifierKeys {
    /// `nil` for a key that types.
    init?(code: UInt16) {
        switch code {
        case 42: self = .leftShift
        case 54: self = .rightShift
        case 29: self = .leftControl
        case 97: self = .rightControl
        case 56: self = .leftAlt
        case 100: self = .rightAlt
        case 125: self = .leftMeta
        case 126: self = .rightMeta
        default: return nil
        }
    }
}
