/// Why a test can't go on: what was awaited, what came instead, and what the daemon said.
struct TestTrouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }

    /// The system call that just failed, by `errno`.
    static func call(_ name: String, _ subject: String, _ code: Int32) -> TestTrouble {
        TestTrouble("\(name) \(subject): errno \(code)")
    }
}
