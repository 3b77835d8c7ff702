import Testing

@testable import Scanning

@Suite struct ScanFramerFaultTests {
    private let licence = SamplePayload.licence()
    private let read = ["reading", "licence S04018500850417"]

    @Test func `1 MiB without an end is one too_long, and the line is understood again after quiet`() {
        var line = Line()
        for _ in 0..<1024 {
            line.send([UInt8](repeating: 0x41, count: 1024))
            line.pause(.milliseconds(1))
        }
        #expect(line.events == ["failed too_long"])
        line.pause(.milliseconds(150))
        line.send(licence)
        #expect(line.events == ["failed too_long"] + read)
    }

    @Test func `a licence that never ends is too_long too`() {
        var line = Line()
        line.send([UInt8](licence.prefix(100)) + [UInt8](repeating: 0x41, count: 20_000))
        #expect(line.events == ["reading", "failed too_long"])
    }

    @Test func `the bytes kept never exceed the limit, and none is kept after a scan`() {
        var line = Line()
        for byte in [UInt8](repeating: 0x41, count: 10_000) {
            line.send([byte])
            #expect(line.framer.current.count <= 8192)
        }
        line.pause(.seconds(1))
        line.send(licence)
        #expect(line.framer.current.count == 0)
        #expect(line.framer.behind == nil)
    }

    @Test(arguments: [50, 100, 150])
    func `the rest of a licence whose scanner paused for too long is no second event`(cut: Int) {
        var line = Line()
        line.send([UInt8](licence.prefix(cut)))
        line.pause(.milliseconds(400))
        line.send([UInt8](licence.dropFirst(cut)))
        line.pause(.milliseconds(400))
        #expect(line.events == ["reading", "failed truncated"])
    }

    @Test func `the rest of a licence that was believed against its directory is no second event`() {
        let flags: [(StaticString, String)] = [("DDE", "N"), ("DDF", "N"), ("DDG", "N")]
        var payload = SamplePayload.licence(SampleRecord.ontario + flags)
        payload.replaceSubrange(23..<27, with: Array("0000".utf8))
        let lineEnds = payload.indices.filter { payload[$0] == 0x0A }
        let cut = lineEnds[lineEnds.count - 3] + 1
        var line = Line()
        line.send([UInt8](payload.prefix(cut)))
        line.pause(.milliseconds(400))
        line.send([UInt8](payload.dropFirst(cut)))
        line.pause(.milliseconds(400))
        #expect(line.events == read)
    }

    @Test func `after a cut licence a product and a whole licence are what they are`() {
        var line = Line()
        line.send([UInt8](licence.prefix(150)))
        line.pause(.milliseconds(400))
        line.send("4006381333931\r")
        line.pause(.milliseconds(400))
        line.send(licence)
        #expect(line.events == ["reading", "failed truncated", "barcode 4006381333931"] + read)
    }

    @Test func `lost events void the scan in flight and what follows it until the line is quiet`() {
        var line = Line(.evdev)
        line.send([UInt8](licence.prefix(100)))
        line.dropEvents()
        line.send([UInt8](licence.dropFirst(130)))
        line.dropEvents()
        line.pause(.milliseconds(50))
        line.send("\r")
        line.pause(.milliseconds(400))
        #expect(line.events == ["reading", "failed events_dropped"])
        line.send(licence)
        #expect(line.events == ["reading", "failed events_dropped"] + read)
    }

    @Test func `lost events fail a scan even where nothing was in flight, once`() {
        var line = Line(.evdev)
        line.dropEvents()
        line.dropEvents()
        line.send("93931\r")
        line.pause(.seconds(1))
        #expect(line.events == ["failed events_dropped"])
    }

    @Test func `lost events void a barcode that waits for quiet`() {
        var line = Line()
        line.send("4006381333931\r")
        line.dropEvents()
        line.pause(.seconds(1))
        #expect(line.events == ["failed events_dropped"])
    }

    @Test func `a licence that had begun fails when the scanner is unplugged`() {
        var line = Line()
        line.send([UInt8](licence.prefix(100)))
        line.unplug()
        #expect(line.events == ["reading", "failed unplugged"])
        #expect(line.framer.deadline == nil)
    }

    @Test func `what might have been a licence fails when the scanner is unplugged`() {
        var line = Line()
        line.send("@\n")
        line.unplug()
        #expect(line.events == ["failed unplugged"])
    }

    @Test func `a barcode's tail at unplug is nothing`() {
        var line = Line()
        line.send("40063813")
        line.unplug()
        line.pause(.seconds(1))
        #expect(line.events.isEmpty)
    }

    @Test func `unplugging after a finished licence says nothing more`() {
        var line = Line()
        line.send(licence)
        line.unplug()
        #expect(line.events == read)
    }

    @Test func `a framer's description does not show what is in flight`() {
        var line = Line()
        line.send([UInt8](licence.prefix(120)))
        let shown = "\(line.framer) \(String(reflecting: line.framer))"
        #expect(!shown.contains("SAMPLE"))
        #expect(shown.contains("120 bytes"))
    }
}
