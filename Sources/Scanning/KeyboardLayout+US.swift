extension KeyboardLayout {
    /// The US layout, built in: a machine without XKB's data can still read most scanners.
    public static let us: KeyboardLayout = {
        let keys = USKeys()
        return KeyboardLayout(name: "us") { code, modifiers in
            guard !modifiers.contains(.control) else { return 0 }
            let plain = keys.plain[Int(code)]
            let isLetter = plain >= UInt8(ascii: "a") && plain <= UInt8(ascii: "z")
            let isShifted = modifiers.contains(.shift) != (isLetter && modifiers.contains(.capsLock))
            return UInt32(isShifted ? keys.shifted[Int(code)] : plain)
        }
    }()
}

/// The keys of a US keyboard by Linux keycode, row by row.
private struct USKeys {
    var plain = [UInt8](repeating: 0, count: 256)
    var shifted = [UInt8](repeating: 0, count: 256)

    init() {
        place("1234567890-=", "!@#$%^&*()_+", from: 2)
        place("qwertyuiop[]", "QWERTYUIOP{}", from: 16)
        place("asdfghjkl;'`", "ASDFGHJKL:\"~", from: 30)
        place("\\zxcvbnm,./", "|ZXCVBNM<>?", from: 43)
        place("\u{1B}", "\u{1B}", from: 1)
        place("\u{08}", "\u{08}", from: 14)
        place(" ", " ", from: 57)
        place("<", ">", from: 86)
        // The keypad's operators; its digits are the wedge's own, whatever the layout.
        place("*", "*", from: 55)
        place("-", "-", from: 74)
        place("+", "+", from: 78)
        place("/", "/", from: 98)
    }

    private mutating func place(_ row: String, _ shiftedRow: String, from first: Int) {
        plain.replaceSubrange(first..<first + row.utf8.count, with: row.utf8)
        shifted.replaceSubrange(first..<first + shiftedRow.utf8.count, with: shiftedRow.utf8)
    }
}
