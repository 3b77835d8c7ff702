import Glibc
import NIOCore
import NIOPosix
import Scanning

@testable import TillSocket

/// A till server on real sockets in a folder of its own.
struct TestDaemon: Sendable {
    /// One for all: each server's own would outlive its test.
    private static let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    let folder: TemporaryFolder
    let server: TillServer
    let clock: ManualClock

    var hub: TillHub { server.hub }
    var path: String { folder.path + "/till.sock" }

    /// One socket, in the folder whatever its path says, or those given, where their paths say. The time is that of
    /// `clock` unless `now` tells another.
    init(
        _ settings: SocketSettings = SocketSettings(), sockets: [SocketSettings] = [],
        inherited: [ListenDescriptor] = [], linger: Duration = .seconds(30),
        now: (@Sendable () -> ContinuousClock.Instant)? = nil
    ) throws {
        folder = try TemporaryFolder()
        clock = ManualClock()
        var only = settings
        only.path = folder.path + "/till.sock"
        server = try TillServer(
            sockets: sockets.isEmpty ? [only] : sockets, inherited: inherited, version: "0.1.0",
            instance: Self.instance, on: Self.loops.next(), linger: linger,
            now: now ?? { [clock] in clock.now })
    }

    static let instance = ScanID("000102030405060708090a0b0c0d0e0f")!

    /// Serves while `body` runs.
    static func serve(
        _ settings: SocketSettings = SocketSettings(), linger: Duration = .seconds(30),
        _ body: (TestDaemon) async throws -> Void
    ) async throws {
        let daemon = try TestDaemon(settings, linger: linger)
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
    }

    /// A till that has been greeted.
    func connect() async throws -> TestTill {
        let till = try TestTill(path: path)
        _ = try await till.line()
        return till
    }
}
