/// The keys that a barcode's text is typed with, and by which it may be typed again: no others.
///
/// Not among them is whatever a program takes for a command by itself: Esc, Backspace, Delete, arrows, function keys, SysRq,
/// Meta, power and media keys, and the lock keys.
///
/// Source: Linux `input-event-codes.h`; positions by ISO/IEC 9995-1.
public enum TypedKey {
    /// Every such key, ascending by the kernel's keycode.
    public static let all: [UInt16] = (0...255).filter { isText($0) || isModifier($0) }

    static let tab: UInt16 = 15
    static let enter: UInt16 = 28
    static let keypadEnter: UInt16 = 96

    /// Keys that type by themselves: Tab, Enter and those that are printable on some layout.
    static func isText(_ code: UInt16) -> Bool { isLineKey(code) || isPrintable(code) }

    /// Tab and Enter.
    static func isLineKey(_ code: UInt16) -> Bool { code == tab || code == enter || code == keypadEnter }

    static func isPrintable(_ code: UInt16) -> Bool {
        switch code {
        case 57: true
        // The keypad: `*`, digits with `-`, `+` and `.`, `/`, `=`, `,`.
        case 55, 71...83, 98, 117, 121: true
        default: hasLevels(code)
        }
    }

    /// Keys that layouts give further characters under AltGr: the rows of digits and letters, the key beside the left Shift,
    /// and the further ones of Brazilian and Japanese keyboards.
    static func hasLevels(_ code: UInt16) -> Bool {
        switch code {
        case 2...13, 16...27, 30...41, 43...53, 86, 89, 124: true
        default: false
        }
    }

    static func isKeypadDigit(_ code: UInt16) -> Bool {
        switch code {
        case 71...73, 75...77, 79...82: true
        default: false
        }
    }

    /// Shift, Ctrl, the left Alt and AltGr; Meta never.
    static func isModifier(_ code: UInt16) -> Bool {
        KeyboardWedge.ModifierKeys(code: code).map { $0.isDisjoint(with: [.leftMeta, .rightMeta]) } ?? false
    }

    /// Caps Lock, Num Lock and Scroll Lock: by themselves they mean nothing to anybody.
    static func isLock(_ code: UInt16) -> Bool { code == 58 || code == 69 || code == 70 }

    /// Whether Ctrl and this key are Ctrl+`]`, which stands for GS, the FNC1 of GS1 codes: where US keyboards have `]`, or,
    /// under AltGr, where other layouts have it.
    ///
    /// Source: xkeyboard-config, `symbols/` of de, fr, be, es, it, ch and ca.
    static func isClosingBracket(_ code: UInt16, underAltGr: Bool) -> Bool {
        code == 27 || underAltGr && (code == 10 || code == 12)
    }
}
