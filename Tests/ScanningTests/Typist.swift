import Scanning

/// Types as a scanner does that is set to a layout, a Caps Lock state, and a way of sending control characters.
struct Typist {
    var layout = KeyboardLayout.us
    /// Whether the scanner takes Caps Lock to be on.
    var capsLock = false
    var controlCharacters = ControlCharacters.control
    /// Ctrl chords with the capital letter's Shift as well.
    var shiftsChords = false
    /// Numbers under Alt with a leading zero.
    var hasLeadingZero = true
    /// AltGr as Ctrl and Alt.
    var splitsAltGr = false

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

    /// A US keyboard's keys, control characters as Ctrl chords, CR as Enter.
    static func keys(for bytes: [UInt8]) -> [KeyEvent] {
        guard let keys = Typist().keys(for: bytes) else {
            preconditionFailure("a US keyboard can't type this")
        }
        return keys
    }

    /// The keys of each byte in order, each pressed and released; `nil` where the layout can't type one.
    func keys(for bytes: [UInt8]) -> [KeyEvent]? {
        var keys: [KeyEvent] = []
        for byte in bytes {
            guard let more = byte < 0x20 ? control(byte) : character(UInt32(byte)) else { return nil }
            keys += more
        }
        return keys
    }

    private func control(_ byte: UInt8) -> [KeyEvent]? {
        switch controlCharacters {
        case .none: return []
        case .enterOnly: return byte == 0x0A || byte == 0x0D ? Self.tap(28) : []
        case .altKeypad: return number(byte)
        case .control: break
        }
        switch byte {
        case 0x09: return Self.tap(15)
        case 0x0D: return Self.tap(28)
        case 0x01...0x1A:
            guard let (code, _) = key(of: UInt32(byte) + 0x60 - (capsLock ? 0x20 : 0), [[]]) else {
                return nil
            }
            return Self.under(shiftsChords ? [29, 42] : [29], Self.tap(code))
        case 0x1D: return Self.under([29], Self.tap(27))
        case 0x1E: return Self.under(shiftsChords ? [29, 42] : [29], Self.tap(7))
        default: return nil
        }
    }

    /// Num Lock frames it, as many scanners do.
    private func number(_ byte: UInt8) -> [KeyEvent] {
        let digits = (hasLeadingZero ? "0" : "") + String(byte)
        let taps = digits.compactMap { Self.codes["kp\($0)"] }.flatMap(Self.tap)
        return Self.tap(69) + Self.under([56], taps) + Self.tap(69)
    }

    private func character(_ scalar: UInt32) -> [KeyEvent]? {
        if let (code, modifiers) = key(of: scalar, [[], .shift, .altGr, [.shift, .altGr]]) {
            return typed(code, modifiers)
        }
        for mark: UInt32 in 0x300...0x36F {
            guard let (dead, modifiers) = key(of: mark, [[], .shift, .altGr]) else { continue }
            for base: UInt32 in 0x20...0x7A where Self.joins(mark, base, scalar) {
                guard let next = character(base) else { continue }
                return typed(dead, modifiers) + next
            }
        }
        return controlCharacters == .altKeypad && hasLeadingZero ? UInt8(exactly: scalar).map(number) : nil
    }

    private static func joins(_ mark: UInt32, _ base: UInt32, _ scalar: UInt32) -> Bool {
        if base == 0x20 {
            return [0x302: 0x5E, 0x300: 0x60, 0x303: 0x7E, 0x308: 0xA8, 0x301: 0xB4][mark] == scalar
        }
        let scalars = [base, mark].compactMap(Unicode.Scalar.init)
        guard let whole = Unicode.Scalar(scalar) else { return false }
        return String(String.UnicodeScalarView(scalars)) == String(whole)
    }

    /// The first key of the main block that types the scalar, by the fewest modifiers.
    private func key(
        of scalar: UInt32, _ levels: [KeyboardLayout.Modifiers]
    ) -> (UInt16, KeyboardLayout.Modifiers)? {
        for level in levels {
            let modifiers = capsLock ? level.union(.capsLock) : level
            for code: UInt16 in 2...57 where layout[code, modifiers] == scalar { return (code, level) }
        }
        return nil
    }

    private func typed(_ code: UInt16, _ level: KeyboardLayout.Modifiers) -> [KeyEvent] {
        var held: [UInt16] = level.contains(.shift) ? [42] : []
        if level.contains(.altGr) { held += splitsAltGr ? [29, 56] : [100] }
        return Self.under(held, Self.tap(code))
    }

    /// Digits on the keypad, each pressed and released.
    static func keys(ofKeypad digits: String) -> [KeyEvent] {
        digits.flatMap { tap(codes["kp\($0)"] ?? 0) }
    }

    private static func tap(_ code: UInt16) -> [KeyEvent] {
        [KeyEvent(code: code, isPressed: true), KeyEvent(code: code, isPressed: false)]
    }

    private static func under(_ modifiers: [UInt16], _ keys: [KeyEvent]) -> [KeyEvent] {
        modifiers.map { KeyEvent(code: $0, isPressed: true) } + keys
            + modifiers.reversed().map { KeyEvent(code: $0, isPressed: false) }
    }
}
