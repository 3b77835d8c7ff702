import Devices
import Foundation
import Scanning
import Testing

/// To root nothing is forbidden, so what is about permissions runs as somebody else: as the user of the test run, or, where
/// that is root, as `nobody` in a process of its own.
@Suite(.timeLimit(.minutes(5))) struct OrdinaryUserTests {
    private static let isRoot = geteuid() == 0
    /// The build folder may lie where only root can go.
    private static let canShedRoot = (try? asNobody(["/bin/test", "-x", binary]))?.status == 0
    private static let binary =
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""

    private static func asNobody(_ command: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/setpriv")
        process.arguments = ["--reuid", "65534", "--regid", "65534", "--clear-groups"] + command
        return try process.runToEnd()
    }

    @Test(
        .enabled(
            if: isRoot && canShedRoot,
            "an ordinary user runs them directly; nobody must reach the build folder"))
    func `as nobody, what is about permissions holds`() throws {
        let (status, output) = try Self.asNobody([
            Self.binary, "--testing-library", "swift-testing", "--filter", "OrdinaryUserTests",
        ])
        #expect(status == 0, "\(output)")
        #expect(output.contains(#"Test "a line without permission says whose it is" passed"#), "\(output)")
    }

    @Test(.enabled(if: !isRoot, "root may open everything"))
    func `a line without permission says whose it is`() throws {
        let scanner = try PseudoTerminal()
        try #require(chmod(scanner.path, 0) == 0)
        let loop = try DeviceLoop()
        defer { loop.stop() }
        let owner = try #require(getgrgid(try owner(of: scanner.path))?.pointee.gr_name)
        #expect(throws: DeviceError.permission(path: scanner.path, group: String(cString: owner))) {
            try loop.openSerial(scanner.path, line: LineSettings())
        }
    }

    @Test(.enabled(if: !isRoot, "root may open everything"))
    func `a keyboard without permission is told as such`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "scanbridge-\(UUID())").path
        try #require(
            FileManager.default.createFile(atPath: file, contents: nil, attributes: [.posixPermissions: 0]))
        defer { unlink(file) }
        let loop = try DeviceLoop()
        defer { loop.stop() }
        let error = #expect(throws: DeviceError.self) { try loop.openKeyboards([file]) }
        #expect(error?.reason == .permission)
    }

    @Test(.enabled(if: !isRoot, "root may open everything"))
    func `access that would be denied is known without opening`() throws {
        let scanner = try PseudoTerminal()
        try #require(chmod(scanner.path, 0) == 0)
        guard case .denied = DeviceAccess.check(scanner.path, writing: true) else {
            Issue.record("access was not denied")
            return
        }
    }

    private func owner(of path: String) throws -> gid_t {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return status.st_gid
    }
}
