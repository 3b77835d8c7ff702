import Scanning
import Testing

@testable import TillSocket

/// What a till reads first, and what was kept for it.
@Suite struct TillGreetingTests {
    @Test func `the first line is hello`() async throws {
        try await TestDaemon.serve { daemon in
            await daemon.hub.setScanners([Samples.scanner("front")])
            let till = try TestTill(path: daemon.path)
            let hello = try #require(try await till.line())
            #expect(hello.type == "hello")
            #expect(hello.protocol == 1)
            #expect(hello.daemon == "scanbridge")
            #expect(hello.version == "0.1.0")
            #expect(hello.instance == TestDaemon.instance.text)
            #expect(hello.seq == 0)
            #expect(hello.scanners?.map { $0.name } == ["front"])
        }
    }

    @Test func `a till that connects before the daemon serves is greeted once it does`() async throws {
        let daemon = try TestDaemon()
        let till = try TestTill(path: daemon.path)
        await daemon.hub.publish(Samples.barcode())
        try await daemon.server.serve()
        #expect(try await till.line()?.type == "hello")
        #expect(try await till.line()?.type == "barcode")
        await daemon.end()
    }

    @Test func `a till is told of the scanners that can't be used, for as long as that is so`() async throws {
        try await TestDaemon.serve { daemon in
            var scanner = Samples.scanner("front")
            scanner.state = .error
            await daemon.hub.setScanners([scanner])
            let fault = TillMessage.ScannerFault(scanner: "front", reason: .busy, message: "held by another")
            await daemon.hub.publish(.scannerError(fault, at: Samples.moment))
            let early = try TestTill(path: daemon.path)
            #expect(try await early.line()?.type == "hello")
            #expect(try await early.line()?.type == "scanner_error")
            scanner.state = .ready
            await daemon.hub.setScanners([scanner])
            let late = try TestTill(path: daemon.path)
            #expect(try await late.line()?.type == "hello")
            await daemon.hub.publish(Samples.barcode())
            #expect(try await late.line()?.type == "barcode")
        }
    }

    @Test func `that barcodes can't be typed is told to a late till until it is withdrawn`() async throws {
        try await TestDaemon.serve { daemon in
            let scanner = Samples.scanner("front")
            await daemon.hub.setScanners([scanner])
            let fault = TillMessage.ScannerFault(
                scanner: "front", reason: .noVirtualKeyboard, message: "no uinput")
            await daemon.hub.publish(.scannerError(fault, at: Samples.moment))
            await daemon.hub.setScanners([scanner])
            let early = try TestTill(path: daemon.path)
            #expect(try await early.line()?.type == "hello")
            #expect(try await early.line()?.type == "scanner_error")
            await daemon.hub.withdrawKeyboardFaults()
            let late = try TestTill(path: daemon.path)
            #expect(try await late.line()?.type == "hello")
            await daemon.hub.publish(Samples.barcode())
            #expect(try await late.line()?.type == "barcode")
        }
    }

    @Test func `a late till gets what no till has, marked with its age, and then what is new`() async throws {
        try await TestDaemon.serve { daemon in
            let scans = [ScanID.random(), ScanID.random()]
            await daemon.hub.publish(Samples.applicant(scan: scans[0]))
            daemon.clock.advance(by: .milliseconds(2500))
            let till = try TestTill(path: daemon.path)
            #expect(try await till.line()?.seq == 1)
            let held = try #require(try await till.line())
            #expect(held.type == "applicant")
            #expect(held.scan == scans[0].text)
            #expect(held.seq == 1)
            #expect(held.replayed == true)
            #expect(held.ageMs == 2500)
            await daemon.hub.publish(Samples.failure(scan: scans[1]))
            let live = try #require(try await till.line())
            #expect(live.scan == scans[1].text)
            #expect(live.seq == 2)
            #expect(live.replayed == nil)
        }
    }

    @Test func `a late till gets nothing that another till has`() async throws {
        try await TestDaemon.serve { daemon in
            let first = try await daemon.connect()
            await daemon.hub.publish(Samples.barcode("1"))
            _ = try await first.line()
            let late = try await daemon.connect()
            await daemon.hub.publish(Samples.barcode("2"))
            #expect(try await late.line()?.data == "2")
        }
    }

    @Test func `what was given late to one till is not given to the next`() async throws {
        try await TestDaemon.serve { daemon in
            await daemon.hub.publish(Samples.barcode("1"))
            let first = try await daemon.connect()
            #expect(try await first.line()?.data == "1")
            let second = try await daemon.connect()
            await daemon.hub.publish(Samples.barcode("2"))
            #expect(try await second.line()?.data == "2")
        }
    }

    @Test func `of 40 undelivered scans the last 32 are kept`() async throws {
        try await TestDaemon.serve { daemon in
            for number in 1...40 { await daemon.hub.publish(Samples.barcode("\(number)")) }
            let till = try await daemon.connect()
            var sequences: [UInt64?] = []
            for _ in 0..<32 { sequences.append(try await till.line()?.seq) }
            #expect(sequences == Array(9...40))
        }
    }

    @Test func `after the hold nothing is left for a late till`() async throws {
        try await TestDaemon.serve { daemon in
            await daemon.hub.publish(Samples.barcode("1"))
            daemon.clock.advance(by: .seconds(30))
            let till = try await daemon.connect()
            await daemon.hub.publish(Samples.barcode("2"))
            #expect(try await till.line()?.data == "2")
        }
    }

    @Test func `after the hold a line leaves memory, even if nobody looks`() async throws {
        let daemon = try TestDaemon(SocketSettings(hold: .milliseconds(20)), now: { ContinuousClock.now })
        await daemon.hub.publish(Samples.barcode("1"))
        while await daemon.hub.heldCount > 0 { await daemon.hub.comeRound() }
        #expect(await daemon.hub.heldCount == 0)
        await daemon.end()
    }

    @Test func `a hold of zero keeps nothing, and numbers go on`() async throws {
        try await TestDaemon.serve(SocketSettings(hold: .zero)) { daemon in
            await daemon.hub.publish(Samples.barcode("1"))
            let till = try await daemon.connect()
            await daemon.hub.publish(Samples.barcode("2"))
            let line = try await till.line()
            #expect(line?.data == "2")
            #expect(line?.seq == 2)
        }
    }

    @Test func `what has no number is not held`() async throws {
        try await TestDaemon.serve { daemon in
            await daemon.hub.publish(.reading(scan: .random(), scanner: "front", at: Samples.moment))
            let till = try await daemon.connect()
            await daemon.hub.publish(Samples.barcode())
            #expect(try await till.line()?.type == "barcode")
        }
    }

    @Test func `a held backlog larger than a till's queue cuts nobody off`() async throws {
        try await TestDaemon.serve(SocketSettings(maxQueue: 1024)) { daemon in
            for _ in 0..<32 { await daemon.hub.publish(Samples.barcode(String(repeating: "7", count: 8000))) }
            let till = try await daemon.connect()
            for number in 1...32 { #expect(try await till.line()?.seq == UInt64(number)) }
        }
    }
}
