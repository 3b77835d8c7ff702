import Glibc
import Scanning
import Testing

@testable import TillSocket

/// Who is let in, tried by other users' processes.
@Suite(.enabled(if: geteuid() == 0, "connecting as another user takes root"))
struct TillAccessTests {
    /// Everybody may open the file, so that only the daemon decides.
    private func openToAll(_ daemon: TestDaemon) {
        chmod(daemon.folder.path, 0o755)
        chmod(daemon.path, 0o666)
    }

    @Test func `another user is told denied, and nothing else`() async throws {
        try await TestDaemon.serve { daemon in
            openToAll(daemon)
            await daemon.hub.publish(Samples.applicant())
            let lines = try await OtherUser(user: 65_534, group: 65_534).lines(from: daemon.path)
            #expect(lines.map { $0.type } == ["bye"])
            #expect(lines.first?.reason == "denied")
        }
    }

    @Test func `another user takes no till's place`() async throws {
        try await TestDaemon.serve(SocketSettings(maxTills: 1)) { daemon in
            openToAll(daemon)
            _ = try await OtherUser(user: 65_534, group: 65_534).lines(from: daemon.path)
            let till = try TestTill(path: daemon.path)
            #expect(try await till.line()?.type == "hello")
        }
    }

    @Test func `a member by primary group is let in`() async throws {
        try await TestDaemon.serve(SocketSettings(group: "users")) { daemon in
            openToAll(daemon)
            let lines = try await OtherUser(user: 65_534, group: 100).lines(from: daemon.path)
            #expect(lines.first?.type == "hello")
        }
    }

    @Test func `a member by supplementary group is let in, the file's mode allowing it`() async throws {
        try await TestDaemon.serve(SocketSettings(group: "users")) { daemon in
            chmod(daemon.folder.path, 0o755)
            let other = OtherUser(user: 65_534, group: 65_534, groups: Array(1000..<1050) + [100])
            let lines = try await other.lines(from: daemon.path)
            #expect(lines.first?.type == "hello")
        }
    }

    @Test func `a listed user is let in, also by the file's mode`() async throws {
        try await TestDaemon.serve(SocketSettings(users: ["nobody"])) { daemon in
            chmod(daemon.folder.path, 0o755)
            let lines = try await OtherUser(user: 65_534, group: 65_534).lines(from: daemon.path)
            #expect(lines.first?.type == "hello")
        }
    }

    @Test func `a till whose user is no longer listed loses its connection at a reload`() async throws {
        try await TestDaemon.serve(SocketSettings(users: ["nobody"])) { daemon in
            openToAll(daemon)
            let other = OtherUser(user: 65_534, group: 65_534)
            async let lines = other.lines(from: daemon.path, untilEnd: true)
            while await daemon.hub.report(for: 0).tills == 0 { await daemon.hub.comeRound() }
            _ = try await daemon.server.update([SocketSettings(path: daemon.path)])
            #expect(try await lines.map { $0.reason ?? $0.type } == ["hello", "denied"])
        }
    }
}
