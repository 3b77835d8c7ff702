import Glibc

/// Why something could not be measured. A missed aim is no error.
struct BenchError: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }

    /// For the system call that has just failed.
    static func call(_ call: String, _ path: String) -> BenchError {
        BenchError("\(call) \(path): \(String(cString: strerror(errno)))")
    }
}
