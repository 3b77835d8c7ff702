/// Turns a keyboard wedge's keys back into the bytes that the scanner read.
///
/// Lock keys of the host don't matter: a scanner's keyboard has its own state, which begins with everything up, and with
/// Caps Lock as its settings have it. Only keys with Shift, Caps Lock, AltGr (or Ctrl and Alt, which are the same to
/// Windows) and Ctrl type, and numbers of the keypad under Alt; any other key under Alt or Meta is a command and gives
/// nothing.
public struct KeyboardWedge: Sendable {
    private let layout: KeyboardLayout
    private let startsCapsLocked: Bool
    /// `nil` where all are understood.
    private let controlCharacters: ControlCharacters?
    private var held: ModifierKeys = []
    private var isCapsLocked: Bool
    /// The mark that waits for the next character.
    private var deadKey: UInt32?
    /// What was typed on the keypad since Alt went down; `nil` while it is up, or once the keys were a command.
    private var altCode: AltCode?
    /// Presses of keys that the layout gives no character, where the scanner must have meant one, or one that it would have
    /// typed without AltGr.
    private(set) var strayKeys = 0
    /// What control characters came by so far.
    private(set) var controls = Controls()

    /// What a wedge's keys have shown of how it types control characters.
    struct Controls: Hashable {
        var hasChord = false
        var hasAltCode = false
        var enters = 0
    }

    /// - Parameters:
    ///   - startsCapsLocked: whether the scanner takes Caps Lock to be on.
    ///   - controlCharacters: how control characters may come; `nil` for any way. Enter is always CR.
    public init(
        layout: KeyboardLayout, startsCapsLocked: Bool = false, controlCharacters: ControlCharacters? = nil
    ) {
        self.layout = layout
        self.startsCapsLocked = startsCapsLocked
        self.controlCharacters = controlCharacters
        isCapsLocked = startsCapsLocked
    }

    /// The bytes that the keys type: one per scalar up to U+00FF, by ISO 8859-1, and UTF-8 for those above. Enter is CR.
    public mutating func receive(_ keys: [KeyEvent]) -> [UInt8] {
        var bytes: [UInt8] = []
        for key in keys { receive(key, into: &bytes) }
        return bytes
    }

    mutating func receive(_ key: KeyEvent, into bytes: inout [UInt8]) {
        if let modifier = ModifierKeys(code: key.code) {
            held.set(modifier, isPressed: key.isPressed)
            if modifier == .leftAlt { changeAlt(isPressed: key.isPressed, into: &bytes) }
        } else if key.isPressed {
            press(key.code, into: &bytes)
        }
    }

    /// Forgets what is held and locked, for a device whose key releases were lost.
    public mutating func reset() {
        held = []
        isCapsLocked = startsCapsLocked
        deadKey = nil
        altCode = nil
        forgetScan()
    }

    /// Begins to count anew, as a scan ends.
    mutating func forgetScan() {
        strayKeys = 0
        controls = Controls()
    }

    private mutating func press(_ code: UInt16, into bytes: inout [UInt8]) {
        if code == Key.capsLock {
            isCapsLocked.toggle()
        } else if let digit = Key.keypadDigit(code), altCode != nil, held == .leftAlt {
            altCode?.append(digit)
        } else if held.isDisjoint(with: .commands) || held.areThirdLevel {
            altCode = nil
            if let scalar = scalar(of: code) { type(scalar, into: &bytes) }
        } else {
            altCode = nil
        }
    }

    /// A number under Alt is a character once Alt goes up.
    private mutating func changeAlt(isPressed: Bool, into bytes: inout [UInt8]) {
        let scalar = isPressed ? nil : altCode?.scalar
        altCode = isPressed ? AltCode() : nil
        guard let scalar else { return }
        if scalar < 0x20 || scalar == 0x7F {
            guard controlCharacters.allows(.altKeypad) else { return }
            controls.hasAltCode = true
        }
        type(scalar, into: &bytes)
    }

    private mutating func type(_ scalar: UInt32, into bytes: inout [UInt8]) {
        let mark = deadKey
        deadKey = DeadKey.isMark(scalar) ? scalar : nil
        guard let mark else {
            if deadKey == nil { bytes.append(typed: scalar) }
            return
        }
        // A dead key behind another shows the first one by itself.
        for scalar in DeadKey.joined(mark, with: deadKey == nil ? scalar : 0x20) {
            bytes.append(typed: scalar)
        }
    }

    private mutating func scalar(of code: UInt16) -> UInt32? {
        switch code {
        case Key.enter, Key.keypadEnter:
            controls.enters += 1
            return 0x0D
        case Key.tab: return 0x09
        default: break
        }
        let modifiers = modifiers
        if modifiers.contains(.control) {
            guard controlCharacters.allows(.control) else { return nil }
            controls.hasChord = true
            return controlCharacter(of: code, modifiers)
        }
        let scalar = layout[code, modifiers]
        if scalar != 0 {
            if modifiers.contains(.altGr), layout.typesPlainly(scalar) { strayKeys += 1 }
            return scalar
        }
        let keypad = Key.keypadCharacter(code)
        if keypad == nil, TypedKey.hasLevels(code) { strayKeys += 1 }
        return keypad
    }

    private var modifiers: KeyboardLayout.Modifiers {
        var modifiers: KeyboardLayout.Modifiers = isCapsLocked ? .capsLock : []
        if !held.isDisjoint(with: .shifts) { modifiers.insert(.shift) }
        if held.contains(.rightAlt) || held.areThirdLevel {
            modifiers.insert(.altGr)
        } else if !held.isDisjoint(with: .controls) {
            modifiers.insert(.control)
        }
        return modifiers
    }

    /// What Ctrl and a key type: the layout's own answer, else by XKB's rule from what the key types without Ctrl, else
    /// from what it types on a US keyboard, since many layouts have no `]` or `^` on a key of its own.
    private func controlCharacter(of code: UInt16, _ modifiers: KeyboardLayout.Modifiers) -> UInt32? {
        let own = layout[code, modifiers]
        if own != 0, own < 0x20 || own == 0x7F { return own }
        let base = modifiers.subtracting(.control)
        return Key.control(layout[code, base]) ?? Key.control(KeyboardLayout.us[code, base])
    }
}

extension ControlCharacters? {
    fileprivate func allows(_ way: ControlCharacters) -> Bool { self == nil || self == way }
}

extension [UInt8] {
    fileprivate mutating func append(typed scalar: UInt32) {
        if let byte = UInt8(exactly: scalar) {
            append(byte)
        } else if let scalar = Unicode.Scalar(scalar) {
            append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        }
    }
}
