import Foundation

extension Process {
    /// Runs to the end; gives the exit status, and both outputs as they came.
    func runToEnd() throws -> (status: Int32, output: String) {
        let output = Pipe()
        standardOutput = output
        standardError = output
        try run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        waitUntilExit()
        return (terminationStatus, text)
    }
}
