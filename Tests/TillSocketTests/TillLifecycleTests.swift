import Glibc
import Scanning
import Testing

@testable import TillSocket

/// Start, reload and end.
@Suite struct TillLifecycleTests {
    @Test func `at the end every till gets what waits for it, then bye`() async throws {
        let daemon = try TestDaemon()
        try await daemon.server.serve()
        let tills = [try await daemon.connect(), try await daemon.connect()]
        await daemon.hub.publish(Samples.barcode())
        await daemon.end()
        for till in tills {
            let lines = try await till.rest()
            #expect(lines.map { $0.type } == ["barcode", "bye"])
            #expect(lines.last?.reason == "shutdown")
        }
    }

    @Test func `a till that doesn't read holds up the end for no longer than allowed`() async throws {
        let daemon = try TestDaemon(SocketSettings(maxQueue: 1 << 24))
        try await daemon.server.serve()
        let stuck = try await daemon.connect()
        for _ in 0..<200 { await daemon.hub.publish(Samples.barcode(String(repeating: "7", count: 8000))) }
        await daemon.server.shutdown(within: .milliseconds(50))
        #expect(await daemon.hub.connections == 0)
        _ = stuck
    }

    @Test func `at the end the socket is gone`() async throws {
        let daemon = try TestDaemon()
        try await daemon.server.serve()
        await daemon.end()
        #expect(throws: TestTill.Refused.self) { try TestTill(path: daemon.path) }
        #expect(daemon.folder.names == [])
    }

    @Test func `the hub may be called after the end`() async throws {
        let daemon = try TestDaemon()
        try await daemon.server.serve()
        await daemon.end()
        await daemon.hub.publish(Samples.barcode())
        await daemon.hub.comeRound()
        #expect(await daemon.hub.report(for: 0).tills == 0)
    }

    @Test func `an inherited socket is served and stays`() async throws {
        let folder = try TemporaryFolder()
        let unit = try OwnSocket(path: folder.path + "/unit.sock")
        try unit.listen()
        let inherited = ListenDescriptor(descriptor: fcntl(unit.descriptor, F_DUPFD_CLOEXEC, 0), name: "unit")
        let daemon = try TestDaemon(
            sockets: [SocketSettings(path: folder.path + "/till.sock")], inherited: [inherited])
        try await daemon.server.serve()
        let till = try TestTill(path: folder.path + "/unit.sock")
        #expect(try await till.line()?.type == "hello")
        await daemon.end()
        #expect(throws: Never.self) { try TestTill(path: folder.path + "/unit.sock") }
        unit.remove()
        close(unit.descriptor)
    }

    @Test func `tills that connect between two daemons wait for the second`() async throws {
        let folder = try TemporaryFolder()
        let unit = try OwnSocket(path: folder.path + "/till.sock")
        try unit.listen()
        for _ in 0..<2 {
            let till = try TestTill(path: folder.path + "/till.sock")
            let inherited = ListenDescriptor(
                descriptor: fcntl(unit.descriptor, F_DUPFD_CLOEXEC, 0), name: "unit")
            let daemon = try TestDaemon(
                sockets: [SocketSettings(path: folder.path + "/till.sock")], inherited: [inherited])
            try await daemon.server.serve()
            #expect(try await till.line()?.type == "hello")
            await daemon.end()
            #expect(try await till.line()?.reason == "shutdown")
        }
        unit.remove()
        close(unit.descriptor)
    }

    @Test func `inherited sockets serve the entries of their paths, the rest in order`() throws {
        let folder = try TemporaryFolder()
        let descriptors = try ["a", "b"].map { name in
            let address = try UnixSocketAddress(path: folder.path + "/" + name)
            let unit = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            try #require(address.apply { bind(unit, $0, $1) } == 0 && listen(unit, 1) == 0)
            return ListenDescriptor(descriptor: unit, name: "unit")
        }
        let paired = try ListenDescriptor.pair(descriptors, with: ["/elsewhere", folder.path + "/a", "/own"])
        #expect(paired == [descriptors[1], descriptors[0], nil])
        for unit in descriptors { close(unit.descriptor) }
    }

    @Test func `a second socket that can't be made takes the first one back`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: TillSocketError.missingDirectory(path: "/nowhere/at/all.sock")) {
            try TestDaemon(sockets: [
                SocketSettings(path: folder.path + "/till.sock"),
                SocketSettings(path: "/nowhere/at/all.sock"),
            ])
        }
        #expect(folder.names == [])
    }

    @Test func `unknown names are reported`() throws {
        let daemon = try TestDaemon(SocketSettings(group: "no-such-group", users: ["no-such-user"]))
        #expect(
            daemon.server.notices == [
                .unknownUser(path: daemon.path, user: "no-such-user"),
                .ownUserOnly(path: daemon.path, group: "no-such-group"),
            ])
    }

    @Test func `a reload changes what a connected till is shown`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            _ = try await daemon.server.update([SocketSettings(path: daemon.path, fields: [.dob])])
            await daemon.hub.publish(Samples.applicant())
            #expect(try await till.line()?.applicant == ["dob": "1990-01-02"])
        }
    }

    @Test func `numbers and held lines outlast a reload`() async throws {
        try await TestDaemon.serve { daemon in
            await daemon.hub.publish(Samples.barcode("1"))
            _ = try await daemon.server.update([SocketSettings(path: daemon.path, maxTills: 2)])
            let till = try await daemon.connect()
            #expect(try await till.line()?.data == "1")
            await daemon.hub.publish(Samples.barcode("2"))
            #expect(try await till.line()?.seq == 2)
        }
    }

    @Test func `a shorter hold goes for what is held already`() async throws {
        try await TestDaemon.serve { daemon in
            await daemon.hub.publish(Samples.barcode("1"))
            daemon.clock.advance(by: .seconds(2))
            _ = try await daemon.server.update([SocketSettings(path: daemon.path, hold: .seconds(1))])
            #expect(await daemon.hub.heldSequences == [])
        }
    }

    @Test func `a reload that is refused changes nothing`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            await #expect(throws: TillSocketError.pathsChanged) {
                try await daemon.server.update([SocketSettings(path: "/elsewhere.sock", scanners: [])])
            }
            await daemon.hub.publish(Samples.barcode())
            #expect(try await till.line()?.type == "barcode")
        }
    }

    @Test func `comings and goings can be logged`() async throws {
        let daemon = try TestDaemon(SocketSettings(maxTills: 1))
        try await daemon.server.serve()
        let till = try await daemon.connect()
        #expect(try await TestTill(path: daemon.path).rest().count == 1)
        while await daemon.hub.connections > 1 { await daemon.hub.comeRound() }
        till.hangUp()
        while await daemon.hub.connections > 0 { await daemon.hub.comeRound() }
        var events = daemon.hub.events.makeAsyncIterator()
        let (socket, user) = (daemon.path, geteuid())
        #expect(await events.next() == .connected(socket: socket, user: user))
        #expect(await events.next() == .dismissed(socket: socket, user: user, reason: .tooMany))
        #expect(await events.next() == .closed(socket: socket, user: user))
        #expect(await events.next() == .closed(socket: socket, user: user))
        await daemon.end()
    }

    @Test func `every error says where, and what to do`() {
        let errors: [TillSocketError] = [
            .inUse(path: "/p"), .permission(path: "/p"), .missingDirectory(path: "/p"),
            .notASocket(path: "/p"),
            .invalidPath(path: "/p"), .io(call: "bind", path: "/p", errno: EIO),
        ]
        for error in errors { #expect("\(error)".hasPrefix("/p: ")) }
        #expect("\(TillSocketError.io(call: "bind", path: "/p", errno: EIO))".contains("Input/output error"))
    }
}
