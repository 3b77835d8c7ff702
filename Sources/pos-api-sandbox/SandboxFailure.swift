/// Why the sandbox can't start: one line on standard error, with the cure, and the exit status.
struct SandboxFailure: Error, CustomStringConvertible {
    /// Source: sysexits(3).
    static let unavailable: Int32 = 69
    static let configuration: Int32 = 78

    let description: String
    let status: Int32

    init(_ description: String, status: Int32) {
        self.description = description
        self.status = status
    }
}
