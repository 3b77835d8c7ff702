/// Why a text is not one YAML document, or one that is refused.
public struct YAMLError: Error, Hashable, Sendable {
    /// What is wrong, without the text's own words.
    public enum Problem: Hashable, Sendable {
        /// The text breaks YAML's syntax: libyaml's own description.
        case syntax(String)
        /// A key stands twice in one group.
        case duplicateKey(String)
        /// Aliases unfold to more nodes, or nodes lie deeper, than `YAMLReader` takes.
        case tooLarge
    }

    public let problem: Problem
    /// `nil` where the text as a whole is meant.
    public let mark: YAMLMark?
}
