import Foundation

/// The testbed of `Fixtures/devices/testbed.py`, from inside: this process runs among its devices.
struct Testbed {
    /// What the testbed answered to a command that it could not obey.
    struct Refusal: Error {
        let answer: String
    }

    private let channel: FileHandle

    /// Whether this process was started by the testbed.
    static let isHere = ProcessInfo.processInfo.environment["TESTBED_FD"] != nil

    init() throws {
        guard let descriptor = ProcessInfo.processInfo.environment["TESTBED_FD"].flatMap({ Int32($0) }) else {
            throw Refusal(answer: "this process does not run in a testbed")
        }
        channel = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    }

    /// Gives a command and returns the words of its answer.
    @discardableResult
    func callAsFunction(_ command: String) throws -> [String] {
        try channel.write(contentsOf: Data((command + "\n").utf8))
        var answer = Data()
        while answer.last != 0x0A, let byte = try channel.read(upToCount: 1), !byte.isEmpty { answer += byte }
        let words = String(decoding: answer, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(
            String.init)
        guard words.first == "ok" else { throw Refusal(answer: words.joined(separator: " ")) }
        return Array(words.dropFirst())
    }

    /// Runs the tests of this process's own binary that match, in a new testbed; returns the exit status and the output.
    static func run(filter: String) throws -> (status: Int32, output: String) {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/devices/testbed.py").standardizedFileURL.path
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            script, try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
            "--testing-library", "swift-testing", "--filter", filter,
        ]
        // A crash there must end it: the backtracer would wait for ever under the testbed's preloaded library.
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) {
            $1
        }
        process.standardInput = Pipe()
        return try process.runToEnd()
    }
}
