import Glibc
import NIOCore
import NIOPosix
import Scanning

@testable import TillSocket

/// A till server on real sockets in a folder of its own.
struct TestDaemon: Sendable {
    /// One for all: each server's own would outlive its test.
    private static let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    let folder: String
    let server: TillServer
    let clock: ManualClock

    var hub: TillHub { server.hub }
    var path: String { folder + "/till.sock" }

    init(
        _ settings: [SocketSettings] = [], linger: Duration = .seconds(30),
        change: (inout SocketSettings) -> Void = { _ in }
    ) throws {
        folder = try Self.makeFolder()
        clock = ManualClock()
        var first = SocketSettings(path: folder + "/till.sock")
        change(&first)
        server = try TillServer(
            sockets: settings.isEmpty ? [first] : settings, version: "0.1.0", instance: Self.instance,
            on: Self.loops.next(), linger: linger, now: { [clock] in clock.now })
    }

    static let instance = ScanID("000102030405060708090a0b0c0d0e0f")!

    static func makeFolder() throws -> String {
        var template = Array("/tmp/till-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TestTill.Refused(code: errno) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Serves while `body` runs.
    static func serve(
        linger: Duration = .seconds(30), change: (inout SocketSettings) -> Void = { _ in },
        _ body: (TestDaemon) async throws -> Void
    ) async throws {
        let daemon = try TestDaemon(linger: linger, change: change)
        try await daemon.server.serve()
        do {
            try await body(daemon)
        } catch {
            await daemon.end()
            throw error
        }
        await daemon.end()
    }

    func end() async {
        await server.shutdown(within: .milliseconds(200))
        rmdir(folder)
    }

    /// A till that has been greeted.
    func connect() async throws -> TestTill {
        let till = try TestTill(path: path)
        _ = try await till.line()
        return till
    }
}
