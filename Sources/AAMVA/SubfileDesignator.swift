/// One entry of the header's directory: which subfile, and where it lies in the file.
///
/// Ten ASCII bytes on the wire, for example `DL00410278`:
///
///     DL    0041    0278
///     type  offset  length
///
/// Real cards' offsets and lengths are often wrong, so they confirm what was found and never decide it.
///
/// Source: AAMVA DL/ID Card Design Standard (2020), Annex D.12.4, "Subfile designator".
public struct SubfileDesignator: Hashable, Sendable {
    public let type: SubfileType
    /// Bytes from the compliance indicator `@`, which is byte 0, to the subfile's first byte.
    public let offset: Int
    /// Bytes of the subfile, its two-letter type and its closing CR included.
    public let length: Int

    public init(type: SubfileType, offset: Int, length: Int) {
        self.type = type
        self.offset = offset
        self.length = length
    }
}
