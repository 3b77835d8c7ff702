/// Turns a keyboard wedge's keys back into the bytes that the scanner read.
///
/// Lock keys of the host don't matter: a scanner's keyboard has its own state, which begins with everything up.
/// Only keys with Shift, Caps Lock, AltGr and Ctrl type; under Alt or Meta a key is a command and gives nothing.
public struct KeyboardWedge: Sendable {
    private let layout: KeyboardLayout
    private var held: ModifierKeys = []
    private var isCapsLocked = false

    public init(layout: KeyboardLayout) {
        self.layout = layout
    }

    /// The bytes that the keys type: one per scalar up to U+00FF, by ISO 8859-1, and UTF-8 for those above. Enter is CR.
    public mutating func receive(_ keys: [KeyEvent]) -> [UInt8] {
        var bytes: [UInt8] = []
        for key in keys {
            if let modifier = ModifierKeys(code: key.code) {
                held.set(modifier, isPressed: key.isPressed)
            } else if key.isPressed {
                press(key.code, into: &bytes)
            }
        }
        return bytes
    }

    /// Forgets what is held and locked, for a device whose key releases were lost.
    public mutating func reset() {
        held = []
        isCapsLocked = false
    }

    private mutating func press(_ code: UInt16, into bytes: inout [UInt8]) {
        if code == Key.capsLock {
            isCapsLocked.toggle()
        } else if held.isDisjoint(with: .commands), let scalar = scalar(of: code) {
            bytes.append(typed: scalar)
        }
    }

    private func scalar(of code: UInt16) -> UInt32? {
        switch code {
        case Key.enter, Key.keypadEnter: return 0x0D
        case Key.tab: return 0x09
        default: break
        }
        let modifiers = modifiers
        if modifiers.contains(.control) { return controlCharacter(of: code, modifiers) }
        let scalar = layout[code, modifiers]
        return scalar != 0 ? scalar : Key.keypadCharacter(code)
    }

    private var modifiers: KeyboardLayout.Modifiers {
        var modifiers: KeyboardLayout.Modifiers = isCapsLocked ? .capsLock : []
        if !held.isDisjoint(with: .shifts) { modifiers.insert(.shift) }
        if !held.isDisjoint(with: .controls) { modifiers.insert(.control) }
        if held.contains(.rightAlt) { modifiers.insert(.altGr) }
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

extension [UInt8] {
    fileprivate mutating func append(typed scalar: UInt32) {
        if let byte = UInt8(exactly: scalar) {
            append(byte)
        } else if let scalar = Unicode.Scalar(scalar) {
            append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        }
    }
}
