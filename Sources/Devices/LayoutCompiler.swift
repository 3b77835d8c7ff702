import CLibxkbcommon
public import Scanning

/// Turns a layout's name into the plain table that the keyboard wedge reads, by libxkbcommon.
public enum LayoutCompiler {
    /// Compiles a layout as XKB names it: `us`, or with a variant `ca(fr)`.
    ///
    /// A few milliseconds, and reads XKB's files.
    public static func compile(_ layout: String) throws(LayoutError) -> KeyboardLayout {
        let (name, variant) = try parse(layout)
        // What the environment says of layouts is of this machine's own keyboard, not of the scanner's.
        let flags = XKB_CONTEXT_NO_ENVIRONMENT_NAMES.rawValue | XKB_CONTEXT_NO_DEFAULT_INCLUDES.rawValue
        guard let context = xkb_context_new(xkb_context_flags(flags)) else { throw .noData }
        defer { xkb_context_unref(context) }
        clibxkbcommon_silence(context)
        guard xkb_context_include_path_append_default(context) == 1 else { throw .noData }
        guard let keymap = compile(name, variant, in: context) else { throw .unknown(layout) }
        defer { xkb_keymap_unref(keymap) }
        return KeyboardLayout(name: layout) { code, modifiers in scalar(of: code, modifiers, in: keymap) }
    }

    /// With `us` as a second group, never switched to: Ctrl and a key without an ASCII character type what the same key
    /// types on a US keyboard, which is how libxkbcommon finds Ctrl+`]` on a French one.
    private static func compile(_ name: String, _ variant: String, in context: OpaquePointer)
        -> OpaquePointer?
    {
        "evdev".withCString { rules in
            "pc105".withCString { model in
                "\(name),us".withCString { layouts in
                    "\(variant),".withCString { variants in
                        "".withCString { options in
                            var names = xkb_rule_names(
                                rules: rules, model: model, layout: layouts, variant: variants,
                                options: options)
                            return xkb_keymap_new_from_names(context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS)
                        }
                    }
                }
            }
        }
    }

    /// Presses the modifiers on a fresh keyboard, then asks what the key types.
    private static func scalar(
        of code: UInt16, _ modifiers: KeyboardLayout.Modifiers, in keymap: OpaquePointer
    ) -> UInt32 {
        guard let state = xkb_state_new(keymap) else { return 0 }
        defer { xkb_state_unref(state) }
        if modifiers.contains(.capsLock) {
            xkb_state_update_key(state, Key.capsLock, XKB_KEY_DOWN)
            xkb_state_update_key(state, Key.capsLock, XKB_KEY_UP)
        }
        if modifiers.contains(.shift) { xkb_state_update_key(state, Key.leftShift, XKB_KEY_DOWN) }
        if modifiers.contains(.altGr) { xkb_state_update_key(state, Key.rightAlt, XKB_KEY_DOWN) }
        if modifiers.contains(.control) { xkb_state_update_key(state, Key.leftControl, XKB_KEY_DOWN) }
        let keycode = xkb_keycode_t(code) + Key.offset
        if !modifiers.contains(.control), let mark = marks[xkb_state_key_get_one_sym(state, keycode)] {
            return mark
        }
        return xkb_state_key_get_utf32(state, keycode)
    }

    /// Dead keys, which type no character of their own, as Unicode's combining marks.
    private static let marks: [xkb_keysym_t: UInt32] = {
        let names =
            [
                "grave": 0x300, "acute": 0x301, "circumflex": 0x302, "tilde": 0x303, "macron": 0x304,
                "breve": 0x306,
                "abovedot": 0x307, "diaeresis": 0x308, "abovering": 0x30A, "doubleacute": 0x30B,
                "caron": 0x30C,
                "cedilla": 0x327, "ogonek": 0x328,
            ] as [String: UInt32]
        var marks: [xkb_keysym_t: UInt32] = [:]
        for (name, mark) in names {
            marks[xkb_keysym_from_name("dead_\(name)", XKB_KEYSYM_NO_FLAGS)] = mark
        }
        return marks
    }()

    /// XKB's keycodes are the kernel's and 8.
    private enum Key {
        static let offset: xkb_keycode_t = 8
        static let leftControl = offset + 29
        static let leftShift = offset + 42
        static let capsLock = offset + 58
        static let rightAlt = offset + 100
    }

    private static func parse(_ layout: String) throws(LayoutError) -> (name: String, variant: String) {
        let parts = layout.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, isWord(name) else { throw .malformed(layout) }
        if parts.count == 1 { return (String(name), "") }
        let variant = parts[1].dropLast()
        guard parts[1].hasSuffix(")"), isWord(variant) else { throw .malformed(layout) }
        return (String(name), String(variant))
    }

    /// Nothing that XKB's rules would take for more than one name.
    private static func isWord(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
                    || byte == 0x2D
            }
    }
}
