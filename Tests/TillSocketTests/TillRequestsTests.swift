import Scanning
import Testing

@testable import TillSocket

/// Requests over a socket, and what isn't one.
@Suite struct TillRequestsTests {
    @Test func `an acknowledged scan is held no longer`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            let scans = [ScanID.random(), ScanID.random()]
            for scan in scans { await daemon.hub.publish(Samples.barcode(scan: scan)) }
            till.send("{\"type\":\"ack\",\"scan\":\"\(scans[0].text)\"}\n{\"type\":\"replay\"}\n")
            let lines = [try await till.line(), try await till.line(), try await till.line()]
            #expect(lines.map { $0?.scan } == [scans[0].text, scans[1].text, scans[1].text])
            #expect(lines.map { $0?.replayed } == [nil, nil, true])
        }
    }

    @Test func `an acknowledgement by a till that closes at once counts`() async throws {
        try await TestDaemon.serve { daemon in
            let scan = ScanID.random()
            await daemon.hub.publish(Samples.barcode(scan: scan))
            let till = try await daemon.connect()
            till.send("{\"type\":\"ack\",\"scan\":\"\(scan.text)\"}\n")
            till.hangUp()
            while await daemon.hub.connections > 0 { await daemon.hub.comeRound() }
            #expect(await daemon.hub.heldSequences.isEmpty)
        }
    }

    @Test func `an unknown scan's acknowledgement has no answer`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            till.send(
                "{\"type\":\"ack\",\"scan\":\"\(ScanID.random().text)\"}\n{\"type\":\"ack\",\"scan\":\"x\"}\n"
            )
            till.send("{\"type\":\"status\"}\n")
            #expect(try await till.line()?.type == "status")
        }
    }

    @Test func `replay gives what is held again, oldest first, with first number and age`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            await daemon.hub.publish(Samples.barcode("1"))
            daemon.clock.advance(by: .seconds(2))
            await daemon.hub.publish(Samples.barcode("2"))
            daemon.clock.advance(by: .seconds(1))
            for _ in 0..<2 { _ = try await till.line() }
            till.send("{\"type\":\"replay\"}\n")
            let again = [try #require(try await till.line()), try #require(try await till.line())]
            #expect(again.map { $0.seq } == [1, 2])
            #expect(again.map { $0.ageMs } == [3000, 1000])
            #expect(again.allSatisfy { $0.replayed == true })
        }
    }

    @Test func `a second replay is refused while the first one waits to be read`() async throws {
        try await TestDaemon.serve(SocketSettings(maxQueue: 1 << 20)) { daemon in
            let till = try await daemon.connect()
            for _ in 0..<32 { await daemon.hub.publish(Samples.barcode(String(repeating: "7", count: 8000))) }
            till.send("{\"type\":\"replay\"}\n{\"type\":\"replay\",\"id\":\"2\"}\n")
            while await daemon.hub.backlogs == 0 { await daemon.hub.comeRound() }
            var lines: [ReceivedLine] = []
            for _ in 0..<65 { lines.append(try #require(try await till.line())) }
            #expect(lines[32..<64].map { $0.seq } == Array(1...32))
            #expect(lines.last?.code == "rate_limited")
            #expect(lines.last?.id == "2")
        }
    }

    @Test func `status tells what the daemon did`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            let other = try await daemon.connect()
            await daemon.hub.setScanners([Samples.scanner("front")])
            await daemon.hub.publish(Samples.applicant(), latency: .milliseconds(4))
            await daemon.hub.publish(Samples.failure())
            await daemon.hub.publish(Samples.barcode())
            await daemon.hub.publish(
                .repeated(scan: .random(), scanner: "front", at: Samples.moment, of: .random()))
            daemon.clock.advance(by: .seconds(90))
            till.send("{\"type\":\"status\",\"id\":\"q1\"}\n")
            for _ in 0..<4 { _ = try await till.line() }
            let status = try #require(try await till.line())
            #expect(status.type == "status")
            #expect(status.id == "q1")
            #expect(status.uptimeS == 90)
            #expect(status.tills == 2)
            #expect(status.scanners?.map { $0.name } == ["front"])
            #expect(status.scans?.applicant == 1)
            #expect(status.scans?.scanFailed == ["truncated": 1])
            #expect(status.scans?.barcode == 1)
            #expect(status.scans?.repeated == 1)
            #expect(status.latencyMs?.p50 == 4)
            _ = other
        }
    }

    @Test func `garbage is answered line by line, and the connection stays`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            till.send([0x00, 0xFF, 0xFE, 0x0A])
            till.send("garbage\r\n\n[1]\n{\"type\":\"dance\"}\n{\"type\":\"status\"}\r\n")
            var answers: [String?] = []
            for _ in 0..<5 {
                let line = try await till.line()
                answers.append(line?.code ?? line?.type)
            }
            #expect(answers == ["bad_json", "bad_json", "bad_request", "unknown_type", "status"])
        }
    }

    @Test func `20 KB without a newline are refused and end the conversation`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            till.send([UInt8](repeating: 0x61, count: 20_480))
            let lines = try await till.rest()
            #expect(lines.map { $0.type } == ["error", "bye"])
            #expect(lines.map { $0.code ?? $0.reason } == ["bad_request", "bad_request"])
        }
    }

    @Test func `a till that goes on writing after its bye reads to the end all the same`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            till.send([UInt8](repeating: 0x61, count: 100_000))
            #expect(try await till.rest().map { $0.type } == ["error", "bye"])
        }
    }

    @Test func `too many requests are refused, and the connection stays`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            for _ in 0..<Till.requestBurst + 5 { till.send("{\"type\":\"status\",\"id\":\"x\"}\n") }
            var limited = 0
            for _ in 0..<Till.requestBurst + 5 {
                let line = try #require(try await till.line())
                #expect(line.id == "x")
                if line.code == "rate_limited" { limited += 1 }
            }
            #expect(limited == 5)
            daemon.clock.advance(by: .seconds(1))
            till.send("{\"type\":\"status\"}\n")
            #expect(try await till.line()?.type == "status")
        }
    }

    @Test func `a till that closes its writing side goes on reading`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            till.send("{\"type\":\"status\"}\n{\"type\":")
            till.closeWritingSide()
            #expect(try await till.line()?.type == "status")
            await daemon.hub.publish(Samples.barcode())
            #expect(try await till.line()?.type == "barcode")
        }
    }

    @Test func `a till that is gone before it is greeted is forgotten`() async throws {
        let daemon = try TestDaemon()
        try TestTill(path: daemon.path).hangUp()
        let staying = try TestTill(path: daemon.path)
        try await daemon.server.serve()
        #expect(try await staying.line()?.type == "hello")
        while await daemon.hub.connections > 1 { await daemon.hub.comeRound() }
        #expect(await daemon.hub.report(for: 0).tills == 1)
        await daemon.end()
    }

    @Test func `a till that closed its writing side and then goes is forgotten`() async throws {
        try await TestDaemon.serve { daemon in
            let till = try await daemon.connect()
            till.closeWritingSide()
            till.send("x")
            till.hangUp()
            while await daemon.hub.connections > 0 { await daemon.hub.comeRound() }
            #expect(await daemon.hub.report(for: 0).tills == 0)
        }
    }
}
