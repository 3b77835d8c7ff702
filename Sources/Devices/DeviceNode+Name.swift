extension DeviceNode {
    /// Make and model for people, on one line.
    public var name: String {
        let words = [maker, model].compactMap(\.self)
        return words.isEmpty ? "unnamed device" : words.joined(separator: " ")
    }
}
