extension DeviceNode {
    /// Make and model for people, without the control characters that a device may have put in.
    public var name: String {
        let words = [maker, model].compactMap(\.self).joined(separator: " ")
        let shown = words.unicodeScalars.filter { $0.properties.generalCategory != .control }
        return shown.isEmpty ? "unnamed device" : String(String.UnicodeScalarView(shown))
    }
}
