/// One data element as it was scanned: its identifier, its subfile, and where its value lies in the record's bytes.
public struct Element: Hashable, Sendable {
    public let id: ElementID
    public let subfile: SubfileType
    /// The value's bytes in `Record.bytes`, without identifier and separator; padding is kept.
    public let value: Range<Int>

    public init(id: ElementID, subfile: SubfileType, value: Range<Int>) {
        self.id = id
        self.subfile = subfile
        self.value = value
    }
}
