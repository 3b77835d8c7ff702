import Scanning
import Testing

@testable import TillSocket

/// Who gets which line, in which order, and who is cut off.
@Suite struct TillDeliveryTests {
    @Test func `every till gets every line in order`() async throws {
        try await TestDaemon.serve { daemon in
            let tills = [try await daemon.connect(), try await daemon.connect()]
            for _ in 0..<50 {
                await daemon.hub.publish(.reading(scan: .random(), scanner: "front", at: Samples.moment))
                await daemon.hub.publish(Samples.applicant())
            }
            for till in tills {
                for number in 1...50 {
                    #expect(try await till.line()?.type == "reading")
                    #expect(try await till.line()?.seq == UInt64(number))
                }
            }
        }
    }

    @Test func `a till that never reads is cut off, and another gets all of 1,000 lines`() async throws {
        try await TestDaemon.serve { daemon in
            let stuck = try await daemon.connect()
            let reading = try await daemon.connect()
            let data = String(repeating: "7", count: 250)
            async let sequences = {
                var sequences: [UInt64?] = []
                for _ in 0..<1000 { sequences.append(try await reading.line()?.seq) }
                return sequences
            }()
            for _ in 0..<1000 { await daemon.hub.publish(Samples.barcode(data)) }
            #expect(try await sequences == Array(1...1000))
            let rest = try await stuck.rest()
            #expect(rest.last?.type == "bye")
            #expect(rest.last?.reason == "too_slow")
            #expect(rest.dropLast().map { $0.seq } == Array(1...UInt64(rest.count - 1)))
            #expect(rest.count < 1000)
        }
    }

    @Test func `a till that is cut off and never reads is closed after the linger`() async throws {
        try await TestDaemon.serve(SocketSettings(maxQueue: 1024), linger: .milliseconds(50)) { daemon in
            let stuck = try await daemon.connect()
            let watching = try await daemon.connect()
            for _ in 0..<1000 {
                await daemon.hub.publish(Samples.barcode(String(repeating: "7", count: 1000)))
                _ = try await watching.line()
            }
            while await daemon.hub.connections > 1 { await daemon.hub.comeRound() }
            #expect(try await stuck.rest().allSatisfy { $0.type == "barcode" })
        }
    }

    @Test func `what only a stuck till was sent goes to the next one`() async throws {
        try await TestDaemon.serve(SocketSettings(maxQueue: 64 * 1024)) { daemon in
            let stuck = try await daemon.connect()
            let data = String(repeating: "7", count: 4000)
            while await daemon.hub.report(for: 0).tills == 1 {
                await daemon.hub.publish(Samples.barcode(data))
            }
            let last = await daemon.hub.undeliveredSequences
            let next = try await daemon.connect()
            for sequence in last { #expect(try await next.line()?.seq == sequence) }
            #expect(last.count > 1)
            // The stuck one gets the line that was on its way to it, and of the rest nothing but the end.
            #expect(try await stuck.rest().dropLast().last?.seq == last.first)
        }
    }

    @Test func `200 tills at once all get the line`() async throws {
        try await TestDaemon.serve(SocketSettings(maxTills: 200)) { daemon in
            let tills = try (0..<200).map { _ in try TestTill(path: daemon.path) }
            for till in tills { #expect(try await till.line()?.type == "hello") }
            await daemon.hub.publish(Samples.barcode())
            for till in tills { #expect(try await till.line()?.seq == 1) }
        }
    }

    @Test func `one till too many is told so, and the others stay`() async throws {
        try await TestDaemon.serve(SocketSettings(maxTills: 2)) { daemon in
            let tills = [try await daemon.connect(), try await daemon.connect()]
            let third = try TestTill(path: daemon.path)
            let lines = try await third.rest()
            #expect(lines.map { $0.type } == ["bye"])
            #expect(lines.first?.reason == "too_many")
            await daemon.hub.publish(Samples.barcode())
            for till in tills { #expect(try await till.line()?.type == "barcode") }
        }
    }

    @Test func `who comes again and again without closing doesn't pile up connections`() async throws {
        try await TestDaemon.serve(SocketSettings(maxTills: 2)) { daemon in
            let tills = [try await daemon.connect(), try await daemon.connect()]
            let others = try (0..<20).map { _ in try TestTill(path: daemon.path) }
            for other in others { #expect(try await other.line()?.reason == "too_many") }
            #expect(await daemon.hub.connections <= 4)
            #expect(await daemon.hub.report(for: 0).tills == tills.count)
        }
    }

    @Test func `a till that leaves makes room for another`() async throws {
        try await TestDaemon.serve(SocketSettings(maxTills: 1)) { daemon in
            let first = try await daemon.connect()
            first.hangUp()
            while await daemon.hub.report(for: 0).tills > 0 { await daemon.hub.comeRound() }
            let second = try TestTill(path: daemon.path)
            #expect(try await second.line()?.type == "hello")
        }
    }

    @Test func `a till sees only its socket's scanners`() async throws {
        try await TestDaemon.serve(SocketSettings(scanners: ["lane1-*"])) { daemon in
            await daemon.hub.setScanners([Samples.scanner("lane1-a"), Samples.scanner("lane2-a")])
            let till = try TestTill(path: daemon.path)
            #expect(try await till.line()?.scanners?.map { $0.name } == ["lane1-a"])
            await daemon.hub.publish(Samples.barcode(scanner: "lane2-a"))
            await daemon.hub.publish(.scannerRemoved(Samples.scanner("lane2-a"), at: Samples.moment))
            let fault = TillMessage.ScannerFault(scanner: "lane2-a", reason: .busy, message: "Held.")
            await daemon.hub.publish(.scannerError(fault, at: Samples.moment))
            await daemon.hub.publish(Samples.barcode(scanner: "lane1-a"))
            let line = try await till.line()
            #expect(line?.type == "barcode")
            #expect(line?.seq == 1)
        }
    }

    @Test func `an applicant is limited to the socket's fields, its document left out`() async throws {
        try await TestDaemon.serve(SocketSettings(fields: [.lastName, .dob])) { daemon in
            let till = try await daemon.connect()
            await daemon.hub.publish(Samples.applicant())
            let line = try await till.line()
            #expect(line?.applicant == ["last_name": "SAMPLE", "dob": "1990-01-02"])
            #expect(line?.document == nil)
        }
    }

    @Test func `a socket that asks for the document gets it`() async throws {
        try await TestDaemon.serve(SocketSettings(document: true)) { daemon in
            let till = try await daemon.connect()
            await daemon.hub.publish(Samples.applicant())
            #expect(try await till.line()?.document != nil)
        }
    }

    @Test func `two sockets count for themselves`() async throws {
        let folder = try TemporaryFolder()
        let daemon = try TestDaemon(sockets: [
            SocketSettings(path: folder.path + "/1.sock", scanners: ["a"]),
            SocketSettings(path: folder.path + "/2.sock", scanners: ["*"]),
        ])
        try await daemon.server.serve()
        let tills = [
            try TestTill(path: folder.path + "/1.sock"), try TestTill(path: folder.path + "/2.sock"),
        ]
        for till in tills { _ = try await till.line() }
        for scanner in ["b", "b", "a"] { await daemon.hub.publish(Samples.barcode(scanner: scanner)) }
        #expect(try await tills[0].line()?.seq == 1)
        for number: UInt64 in 1...3 { #expect(try await tills[1].line()?.seq == number) }
        await daemon.end()
    }
}
