/// A place in a text: lines and columns count from 1, columns in Unicode scalars.
public struct YAMLMark: Hashable, Sendable {
    public let line: Int
    public let column: Int
}
