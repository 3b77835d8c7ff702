import Foundation

/// The program under test: the release that `SCANBRIDGE_EXECUTABLE` names, else the debug build beside the tests.
enum Scanbridge {
    static let executable: String = {
        if let path = ProcessInfo.processInfo.environment["SCANBRIDGE_EXECUTABLE"] { return path }
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "scanbridge").path()
    }()

    /// What a command said and how it ended.
    struct Result {
        let status: Int
        let output: [String]
        let errors: [String]
    }

    /// Runs a command to its end.
    static func run(
        _ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]
    ) throws -> Result {
        let program = try Program([executable] + arguments, environment: environment)
        try program.send(input)
        program.closeInput()
        let status = try program.finish()
        return Result(status: status, output: try program.output.rest(), errors: try program.errors.rest())
    }
}
