import AAMVA
import Testing

@testable import Scanning

@Suite struct ScanFramerLicenceTests {
    private let number = "licence S04018500850417"

    @Test func `a licence is out at its last byte, and nothing is left to wait for`() {
        var line = Line()
        line.send(SamplePayload.licence())
        #expect(line.events == ["reading", number])
        #expect(line.framer.deadline == nil)
    }

    @Test func `a licence is announced as soon as its header is recognized`() {
        var line = Line()
        line.send([UInt8](SamplePayload.licence().prefix(40)))
        #expect(line.events == ["reading"])
    }

    @Test func `a stripe's text is out at its last sentinel`() {
        var line = Line()
        line.send(SamplePayload.stripe)
        #expect(line.events == ["reading", "licence 7290172"])
    }

    @Test(arguments: ["\r", "\n", "\r\n", "\t", "\r\r\n"])
    func `the suffix behind a licence is swallowed, however late`(_ suffix: String) {
        var line = Line()
        line.send(SamplePayload.licence())
        line.pause(.milliseconds(100))
        line.send(suffix)
        line.pause(.seconds(5))
        #expect(line.events == ["reading", number])
    }

    @Test func `an explicit suffix behind a licence is no barcode`() {
        var line = Line(suffix: .bytes([UInt8]("#END#".utf8)))
        line.send(SamplePayload.licence() + [UInt8]("#END#".utf8))
        line.pause(.seconds(5))
        #expect(line.events == ["reading", number])
    }

    @Test func `an explicit suffix is no part of a licence whose end is not proven`() throws {
        var framer = ScanFramer(
            settings: .init(transport: .serial, suffix: .bytes([0x23, 0x23])), key: (1, 2))
        let now = ContinuousClock.now
        _ = framer.receive(SamplePayload.unproven + [0x23, 0x23], at: now)
        let outputs = framer.advance(to: now + .seconds(1))
        guard case .licence(let record) = outputs.first else {
            Issue.record("the licence is out after silence")
            return
        }
        #expect(record.findings.allSatisfy { $0 != .mended(.trailingBytes, at: record.bytes.count) })
        #expect(record.bytes.last == 0x0D)
    }

    @Test func `every subfile of the directory belongs to one record`() {
        var line = Line()
        line.send(SamplePayload.licence(jurisdiction: [("ZOA", "SAMPLE,ROBIN"), ("ZOB", "Y")]) + [0x0D])
        line.pause(.seconds(5))
        #expect(line.events == ["reading", number])
    }

    @Test func `a further subfile that the directory leaves out is no second event`() {
        var line = Line()
        line.send(SamplePayload.licence(jurisdiction: [("ZOA", "SAMPLE,ROBIN")], directory: 1) + [0x0D])
        line.pause(.seconds(5))
        #expect(line.events == ["reading", number])
    }

    @Test func `a further subfile is none behind silence`() {
        var line = Line()
        line.send(SamplePayload.licence() + [0x0D])
        line.pause(.milliseconds(200))
        line.send("ZOZOASAMPLE\r")
        line.pause(.seconds(5))
        #expect(line.events == ["reading", number, "barcode ZOZOASAMPLE"])
    }

    @Test func `two licences in one burst are two events`() {
        var line = Line()
        line.send(
            SamplePayload.licence() + [0x0D] + SamplePayload.licence(number: "T04018500850417") + [0x0D])
        #expect(line.events == ["reading", number, "reading", "licence T04018500850417"])
    }

    @Test func `two licences in one burst are two events though nothing proves the first's end`() {
        var line = Line()
        line.send(SamplePayload.unproven + [0x0D] + SamplePayload.licence(number: "T04018500850417"))
        line.pause(.seconds(5))
        #expect(line.events == ["reading", number, "reading", "licence T04018500850417"])
    }

    @Test(arguments: ["4006381333931", "A", "a long text of a label that no header could stand behind"])
    func `a product between two licences is an event of its own, though all come in one burst`(_ code: String)
    {
        var line = Line()
        line.send(SamplePayload.licence())
        line.send("\r\n\(code)\r\n")
        line.send(SamplePayload.licence(number: "T04018500850417"))
        #expect(
            line.events == ["reading", number, "barcode \(code)", "reading", "licence T04018500850417"])
    }

    @Test func `a prefix that a scanner types before each code is no barcode`() {
        var line = Line()
        line.send([UInt8]("B".utf8) + SamplePayload.licence())
        #expect(line.events == ["reading", number])
    }

    @Test func `a licence right behind a further subfile is not lost`() {
        var line = Line()
        line.send(SamplePayload.licence() + [UInt8]("ZOZOAX".utf8) + SamplePayload.licence())
        #expect(line.events == ["reading", number, "reading", number])
    }

    @Test func `controls that frame each scan part a product from a licence behind it`() {
        var line = Line()
        line.send("\u{1}\u{2}PRODUCT\u{4}\u{1}\u{2}\u{3}")
        line.send(SamplePayload.licence())
        line.send("\u{4}\u{0}")
        line.pause(.seconds(1))
        #expect(line.events == ["barcode PRODUCT\u{4}\u{1}\u{2}\u{3}", "reading", number])
    }

    @Test func `a product and a stripe in one burst are two events`() {
        var line = Line()
        line.send("]E04006381333931\r]L0")
        line.send(SamplePayload.stripe)
        #expect(line.events == ["barcode ]E0 4006381333931", "reading", "licence 7290172"])
    }

    @Test func `a licence whose end is not proven waits for silence, whatever its suffix`() {
        var line = Line()
        line.send(SamplePayload.unproven + [0x0D])
        line.pause(.milliseconds(149))
        #expect(line.events == ["reading"])
        line.pause(.milliseconds(1))
        #expect(line.events == ["reading", number])
    }

    @Test func `half a licence is truncated once the line is silent`() {
        var line = Line()
        line.send([UInt8](SamplePayload.licence().prefix(120)))
        line.pause(.seconds(3))
        #expect(line.events == ["reading", "failed truncated"])
    }

    @Test(arguments: ["@\n\u{1E}", "@\n\u{1E}\r", "@\n\u{1E}\rANSI"])
    func `a header's first marks alone are a truncated licence, no barcode`(_ marks: String) {
        var line = Line()
        line.send(marks)
        line.pause(.seconds(3))
        #expect(line.events == ["failed truncated"])
    }

    @Test(arguments: [1, 80, 350, 399])
    func `a wedge's truncated licence is told of within 3 s, whatever its pace`(_ milliseconds: Int) {
        var line = Line(.evdev)
        line.send([UInt8](SamplePayload.licence().prefix(60)), every: .milliseconds(milliseconds))
        line.pause(.seconds(3))
        #expect(line.events == ["reading", "failed truncated"])
    }

    @Test func `an AIM identifier before a licence is not the licence's`() {
        var line = Line()
        line.send([UInt8]("]L0".utf8) + SamplePayload.licence())
        #expect(line.events == ["reading", number])
    }

    @Test func `a damaged licence still ends what was announced`() {
        var line = Line()
        line.send("@\n\u{1E}\rANSI 636012090001DL00310012DL\r")
        line.pause(.seconds(3))
        #expect(line.events.count == 2)
        #expect(
            line.events.last?.hasPrefix("failed") == true || line.events.last?.hasPrefix("licence") == true)
    }
}
