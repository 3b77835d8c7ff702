/// What is wrong with the configuration, and where: one line, `FILE:LINE:COLUMN: key: what is wrong`.
///
/// Lines and columns count from 1, columns in Unicode scalars.
struct ConfigurationError: Error, Hashable, CustomStringConvertible {
    let file: String
    /// `nil` where the file as a whole is meant.
    let line: Int?
    let column: Int?
    /// The key's path, such as `sockets[0].max_tills`; empty for syntax errors.
    let key: String
    /// What was found and what is allowed.
    let message: String

    var description: String {
        let place = [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(
            separator: ":")
        return [place, key, message].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}
