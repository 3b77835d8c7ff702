import Devices
import Foundation
import Testing

/// Another process that has a line open.
enum LineHolder {
    /// Runs a test with the line's path and the process, a `sleep`.
    static func with(_ body: (_ path: String, _ process: Int32) throws -> Void) throws {
        let line = try PseudoTerminal()
        let holder = Process()
        holder.executableURL = URL(filePath: "/bin/sleep")
        holder.arguments = ["60"]
        let slave = try #require(FileHandle(forUpdatingAtPath: line.path))
        holder.standardInput = slave
        holder.standardOutput = slave
        try holder.run()
        // Not SIGTERM, which a child inherits as blocked here, so that it would live on and hold the tests' output open.
        defer { kill(holder.processIdentifier, SIGKILL) }
        try body(line.path, holder.processIdentifier)
    }
}
