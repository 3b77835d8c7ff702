extension StaticString {
    /// Whether it is one of the text's bytes.
    func contains(_ byte: UInt8) -> Bool {
        (0..<utf8CodeUnitCount).contains { utf8Start[$0] == byte }
    }
}
