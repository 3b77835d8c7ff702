/// What stands before a record's first subfile, where it ends, and what was damaged in it.
struct Heading {
    var header: Header
    /// Where `@` is, or would be: four bytes before the file type. Offsets count from here.
    let origin: Int
    /// The first byte after the directory.
    let dataStart: Int
    let findings: [Finding]
}
