/// Tells, key by key, whether what a scanner types is text, or something that a program could take for a command.
///
/// Text are printable keys, Enter and Tab, with Shift; printable keys with AltGr; keypad digits under Alt, which give a
/// character by its number; and Ctrl+`]`. A code can be printed that presses anything else (Alt+F4, SysRq, Ctrl+W), and
/// then none of its keys may be typed again.
struct KeyScreen {
    /// The modifiers that are down.
    private(set) var held: KeyboardWedge.ModifierKeys
    /// Ctrl or Alt went down and has modified nothing yet: pressed alone they are commands, too.
    private var isUnused = false
    /// Whether a key was pressed that is no text.
    private(set) var hasOther = false
    /// Whether a key was pressed by itself, or under modifiers, that some program may obey.
    private(set) var hasCommand = false

    init(holding held: KeyboardWedge.ModifierKeys = []) {
        self.held = held
    }

    mutating func take(_ key: KeyEvent) {
        if let modifier = KeyboardWedge.ModifierKeys(code: key.code) {
            take(modifier, isPressed: key.isPressed)
        } else if key.isPressed {
            if isText(key.code) { isUnused = false } else { note(isLock: TypedKey.isLock(key.code)) }
        }
    }

    private mutating func take(_ modifier: KeyboardWedge.ModifierKeys, isPressed: Bool) {
        held.set(modifier, isPressed: isPressed)
        if !modifier.isDisjoint(with: [.leftMeta, .rightMeta]) { note(isLock: false) }
        guard !modifier.isDisjoint(with: [.leftControl, .rightControl, .leftAlt]) else { return }
        if !isPressed, isUnused { note(isLock: false) }
        isUnused = isPressed
    }

    private mutating func note(isLock: Bool) {
        hasOther = true
        hasCommand = hasCommand || !isLock
    }

    private func isText(_ code: UInt16) -> Bool {
        let altGr = held.contains(.rightAlt)
        switch (!held.isDisjoint(with: .controls), held.contains(.leftAlt)) {
        case (false, false):
            // To a desktop whose layout has no AltGr it is Alt: with Tab, Enter or the space bar that moves windows.
            return altGr ? TypedKey.hasLevels(code) : TypedKey.isText(code)
        case (true, false):
            return held.isDisjoint(with: .shifts) && TypedKey.isClosingBracket(code, underAltGr: altGr)
        case (false, true):
            return !altGr && held.isDisjoint(with: .shifts) && TypedKey.isKeypadDigit(code)
        case (true, true):
            return false
        }
    }
}
