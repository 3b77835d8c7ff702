extension String {
    /// With every control character made visible, so that a value can't disturb a terminal.
    var shown: String {
        var shown = ""
        for scalar in unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            shown.unicodeScalars.append(
                contentsOf: isControl
                    ? "\\x\(String(scalar.value, radix: 16))".unicodeScalars : String(scalar).unicodeScalars)
        }
        return shown
    }
}
