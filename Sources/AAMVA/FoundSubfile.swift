/// A subfile as it was found in the bytes, whatever the directory says.
struct FoundSubfile {
    let type: SubfileType
    /// The first byte of its two-letter type, or of its first element where the type is missing.
    let start: Int
    /// Behind its last terminator.
    var end: Int
    /// Whether its two letters were there.
    var isTagged = true
    /// Whether a CR, the standard's segment terminator, closed it.
    var isClosed = false
}
