import Foundation
import Glibc
import Logging
import PointOfSale
import Scanning
import Testing
import TillSocket

@testable import Devices
@testable import scanbridge

@Suite(.timeLimit(.minutes(1))) struct ScannerSessionTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "session.\(UUID().uuidString)")
    private let server: TillServer

    private var socket: String { folder.appending(path: "till.sock").path() }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var settings = SocketSettings()
        settings.path = folder.appending(path: "till.sock").path()
        server = try TillServer(sockets: [settings], version: "0.1.0", instance: .random())
    }

    private func session(idleGap: Duration) -> ScannerSession {
        var entry = ScannerEntry()
        entry.idleGap = idleGap
        let log = Logger(label: "session") { _ in SwiftLogNoOpLogHandler() }
        return ScannerSession(
            name: "front", entry: entry, transport: .serial, wedge: nil, key: (1, 2),
            resolver: Resolver(Configuration().resolver, log: log), keyboard: VirtualKeyboard(),
            hub: server.hub, searches: AccountSearchQueue(), log: log, learned: { _ in })
    }

    /// The reason of the scan that failed, as a till that comes now reads it.
    private func failure() async throws -> String? {
        try await server.serve()
        let till = try TillClient(path: socket)
        while let bytes = try till.nextLine() {
            guard let line = TillLine(bytes), line.type == "scan_failed" else { continue }
            return line.text("reason")
        }
        return nil
    }

    @Test func `a scan that was unplugged was unplugged, however late the session learns of it`() async throws
    {
        let loop = try DeviceLoop()
        defer { loop.stop() }
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        try #require(socketpair(AF_UNIX, kind, 0, &ends) == 0)
        let connection = ScannerConnection(on: loop, capacity: ScannerConnection.Capacity.serial)
        connection.adopt([SerialReader(ends[0], for: connection)])
        try await connection.waitUntilReady()
        let part = Array(SyntheticLicense.payload.dropLast(100))
        try #require(write(ends[1], part, part.count) == part.count)
        close(ends[1])
        let idleGap = Duration.seconds(2)
        try await Task.sleep(for: idleGap + .milliseconds(100))
        var session = session(idleGap: idleGap)
        await session.run(connection)
        #expect(try await failure() == "unplugged")
        await server.shutdown()
    }
}
