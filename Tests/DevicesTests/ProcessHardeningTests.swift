import Devices
import Foundation
import Testing

@Suite(.timeLimit(.minutes(5))) struct ProcessHardeningTests {
    private static let isChild = ProcessInfo.processInfo.environment["HARDENED_CHILD"] != nil

    @Test(.enabled(if: !isChild, "this process is the one to be hardened"))
    func `a program is started anew once, as the same process`() throws {
        let process = Process()
        process.executableURL = URL(
            filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        process.arguments = ["--testing-library", "swift-testing", "--filter", "ProcessHardeningTests"]
        process.environment = ProcessInfo.processInfo.environment.merging(["HARDENED_CHILD": "1"]) { $1 }
        let output = Pipe()
        process.standardError = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
        #expect(text.components(separatedBy: "Test run started").count - 1 == 2, "\(text)")
    }

    @Test(.enabled(if: isChild, "run by the test above"))
    func `a hardened program knows by its environment that it is`() {
        ProcessHardening.apply()
        #expect(ProcessInfo.processInfo.environment["GLIBC_TUNABLES"] == "glibc.malloc.tcache_count=0")
    }
}
