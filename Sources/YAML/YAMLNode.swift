/// A value of a YAML text, with the place at which it begins.
///
/// A scalar stays the letters that were written: what `no` or `0755` mean is for the reader to say.
///
/// Source: YAML 1.1, section 3.2.1, "Representation graph".
public struct YAMLNode: Sendable {
    public enum Content: Sendable {
        /// - Parameter isQuoted: whether the text stood in single or double quotes.
        case scalar(String, isQuoted: Bool)
        /// Entries in the text's order; no two have the same scalar for a key.
        case mapping([(key: YAMLNode, value: YAMLNode)])
        case sequence([YAMLNode])
    }

    public let content: Content
    public let mark: YAMLMark

    /// A scalar's text; `nil` for groups and lists.
    public var scalar: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }
}
