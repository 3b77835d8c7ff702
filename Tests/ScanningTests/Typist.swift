import Scanning

/// Types as a wedge on a US keyboard does: Shift where it must, control characters as Ctrl chords, CR as Enter.
enum Typist {
    /// Linux keycodes by the names that scripts use.
    static let codes: [String: UInt16] = {
        var codes: [String: UInt16] = [
            "esc": 1, "backspace": 14, "tab": 15, "enter": 28, "ctrl": 29, "shift": 42, "rightshift": 54,
            "alt": 56, "space": 57, "capslock": 58, "numlock": 69, "kpenter": 96, "rightctrl": 97,
            "altgr": 100, "meta": 125, "kpdot": 83, "kpminus": 74, "kpplus": 78, "kpslash": 98,
            "kpasterisk": 55, "minus": 12, "equal": 13, "leftbrace": 26, "rightbrace": 27, "semicolon": 39,
            "apostrophe": 40, "grave": 41, "backslash": 43, "comma": 51, "dot": 52, "slash": 53,
        ]
        let rows: [(String, UInt16)] = [
            ("1234567890", 2), ("qwertyuiop", 16), ("asdfghjkl", 30), ("zxcvbnm", 44),
        ]
        for (row, first) in rows {
            for (offset, character) in row.enumerated() { codes[String(character)] = first + UInt16(offset) }
        }
        for (row, first) in [("789", UInt16(71)), ("456", 75), ("123", 79), ("0", 82)] {
            for (offset, digit) in row.enumerated() { codes["kp\(digit)"] = first + UInt16(offset) }
        }
        return codes
    }()

    static func keys(for bytes: [UInt8]) -> [KeyEvent] {
        bytes.flatMap(keys)
    }

    /// The keys of one byte, each pressed and released.
    static func keys(for byte: UInt8) -> [KeyEvent] {
        switch byte {
        case 0x0D: return tap(28)
        case 0x09: return tap(15)
        case 0x0A: return under(29, tap(36))
        case 0x1D: return under(29, tap(27))
        case 0x1E: return under(29, tap(7))
        default: break
        }
        for code: UInt16 in 0...127 {
            if KeyboardLayout.us[code, []] == UInt32(byte) { return tap(code) }
            if KeyboardLayout.us[code, .shift] == UInt32(byte) { return under(42, tap(code)) }
        }
        preconditionFailure("a US keyboard does not type byte \(byte)")
    }

    /// Digits on the keypad, each pressed and released.
    static func keys(ofKeypad digits: String) -> [KeyEvent] {
        digits.flatMap { tap(codes["kp\($0)"] ?? 0) }
    }

    private static func tap(_ code: UInt16) -> [KeyEvent] {
        [KeyEvent(code: code, isPressed: true), KeyEvent(code: code, isPressed: false)]
    }

    private static func under(_ modifier: UInt16, _ keys: [KeyEvent]) -> [KeyEvent] {
        [KeyEvent(code: modifier, isPressed: true)] + keys + [KeyEvent(code: modifier, isPressed: false)]
    }
}
