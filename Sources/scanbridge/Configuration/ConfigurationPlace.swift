/// Where a key's value stands, for errors that come to light only once everything is read.
struct ConfigurationPlace: Hashable {
    let file: String
    let line: Int
    let column: Int
    /// Such as `sockets[0].calls[1]`.
    let key: String

    func error(_ message: String) -> ConfigurationError {
        ConfigurationError(file: file, line: line, column: column, key: key, message: message)
    }
}
