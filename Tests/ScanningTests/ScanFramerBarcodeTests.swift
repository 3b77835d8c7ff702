import Testing

@testable import Scanning

@Suite struct ScanFramerBarcodeTests {
    @Test func `a barcode is out 30 ms after its suffix`() {
        var line = Line()
        line.send("4006381333931\r")
        line.pause(.seconds(1))
        #expect(line.events == ["barcode 4006381333931"])
        #expect(line.endedAfter == .milliseconds(30))
    }

    @Test func `a slow scanner's barcode is out after three times its slowest gap`() {
        var line = Line(.evdev)
        line.send([UInt8]("40063".utf8), every: .milliseconds(80))
        line.pause(.milliseconds(20))
        line.send("\r")
        line.pause(.seconds(1))
        #expect(line.events == ["barcode 40063"])
        #expect(line.endedAfter == .milliseconds(240))
    }

    @Test(arguments: [(ScannerStatus.Transport.serial, 150), (.evdev, 400)])
    func `without a suffix silence ends it`(_ transport: ScannerStatus.Transport, _ milliseconds: Int) {
        var line = Line(transport)
        line.send("4006381333931")
        line.pause(.seconds(1))
        #expect(line.events == ["barcode 4006381333931"])
        #expect(line.endedAfter == .milliseconds(milliseconds))
    }

    @Test(arguments: [(100, 500), (300, 1500), (399, 1995), (1, 400)])
    func `the silence is five times the slowest gap where that is more`(_ gap: Int, _ expected: Int) {
        var line = Line(.evdev)
        line.send([UInt8]("40063".utf8), every: .milliseconds(gap))
        line.pause(.seconds(3))
        #expect(line.endedAfter == .milliseconds(expected))
    }

    @Test func `the silence is 2 s at most`() {
        var line = Line(.evdev)
        line.send("4")
        for gap in [300, 1000, 1900] {
            line.pause(.milliseconds(gap))
            line.send("0")
        }
        line.pause(.seconds(4))
        #expect(line.endedAfter == .seconds(2))
    }

    @Test func `a silence that is set is kept`() {
        var line = Line(.evdev, idleGap: .milliseconds(700))
        line.send([UInt8]("40063".utf8), every: .milliseconds(300))
        line.pause(.seconds(3))
        #expect(line.endedAfter == .milliseconds(700))
    }

    @Test func `what could still begin a licence waits for silence, whatever its suffix`() {
        var line = Line()
        line.send("@\r")
        line.pause(.seconds(1))
        #expect(line.events == ["barcode @"])
        #expect(line.endedAfter == .milliseconds(150))
    }

    @Test(arguments: [
        "G123 ANY STREET\nDAITORONTO\nDAJON\nDAKM1M 1M1\n", "x\rdaqs6101\rdcgcan\r",
    ])
    func `lines of a licence that lost its beginning are no barcode`(_ tail: String) {
        var line = Line()
        line.send(tail)
        line.pause(.seconds(3))
        #expect(line.events == ["failed unreadable"])
    }

    @Test func `a text of several lines is a barcode`() {
        var line = Line()
        line.send("BEGIN:VCARD\nN:Sample;Jane\nDAY 1\nEND:VCARD\r")
        line.pause(.seconds(3))
        #expect(line.events == ["barcode BEGIN:VCARD\nN:Sample;Jane\nDAY 1\nEND:VCARD"])
    }

    @Test func `what could begin a licence behind a suffix waits for silence too`() {
        var line = Line()
        line.send("40063\r@\n")
        line.pause(.seconds(1))
        #expect(line.events == ["barcode 40063\r@"])
        #expect(line.endedAfter == .milliseconds(150))
    }

    @Test func `a line end in the middle of a code ends nothing`() {
        var line = Line()
        line.send("BEGIN:VCARD\r\nN:Sample")
        line.pause(.milliseconds(10))
        line.send("\r\nEND:VCARD\r\n")
        line.pause(.seconds(1))
        #expect(line.events == ["barcode BEGIN:VCARD\r\nN:Sample\r\nEND:VCARD"])
    }

    @Test(arguments: [("\r", "A"), ("\n", "A"), ("\r\n", "A"), ("\t", "A"), ("\t\r", "A\t"), ("\r\r", "A\r")])
    func `one suffix is removed`(_ suffix: String, _ data: String) {
        var line = Line()
        line.send("A" + suffix)
        line.pause(.seconds(1))
        #expect(line.events == ["barcode \(data)"])
    }

    @Test func `an explicit suffix is the only one`() {
        var line = Line(suffix: .bytes([0x23, 0x23]))
        line.send("A\r##")
        line.pause(.milliseconds(30))
        line.send("B##\r")
        line.pause(.seconds(1))
        #expect(line.events == ["barcode A\r", "barcode B##\r"])
    }

    @Test func `a scanner without suffix keeps what it sends`() {
        var line = Line(suffix: .none)
        line.send("A\r")
        line.pause(.seconds(1))
        #expect(line.events == ["barcode A\r"])
        #expect(line.endedAfter == .milliseconds(150))
    }

    @Test(arguments: [
        ("]E04006381333931\r", "barcode ]E0 4006381333931"), ("]C1ABC\r", "barcode ]C1 ABC"),
        ("]E\r", "barcode ]E"), ("]\r", "barcode ]"), ("]E-1\r", "barcode ]E-1"),
        ("]]E01\r", "barcode ]]E01"),
    ])
    func `a leading AIM identifier is the symbology, and what only begins like one is data`(
        _ sent: String, _ event: String
    ) {
        var line = Line()
        line.send(sent)
        line.pause(.seconds(1))
        #expect(line.events == [event])
    }

    @Test func `an identifier without data is nothing`() {
        var line = Line()
        line.send("]E0\r")
        line.pause(.seconds(1))
        #expect(line.events.isEmpty)
    }

    @Test func `data is UTF-8 where it is valid, else ISO 8859-1`() {
        var line = Line()
        line.send([0x41, 0xC3, 0xA9, 0x0D])
        line.pause(.seconds(1))
        line.send([0x41, 0xE9, 0xFF, 0x0D])
        line.pause(.seconds(1))
        #expect(line.events == ["barcode Aé", "barcode Aéÿ"])
    }

    @Test func `NUL and 0xFF bytes are data like others, and disturb no licence behind them`() {
        var line = Line()
        line.send([0x41, 0x00, 0xFF, 0x00, 0x0D])
        line.pause(.seconds(1))
        line.send(SamplePayload.licence())
        #expect(line.events == ["barcode A\u{0}ÿ\u{0}", "reading", "licence S04018500850417"])
    }

    @Test func `the longest barcode is read, and a byte more is too long`() {
        let longest = [UInt8](repeating: 0x41, count: 8192)
        var line = Line()
        line.send(longest)
        line.pause(.seconds(1))
        line.send(longest + [0x41])
        line.pause(.seconds(1))
        #expect(line.events == ["barcode " + String(repeating: "A", count: 8192), "failed too_long"])
    }

    @Test func `nothing but suffixes and blank controls is nothing, at whatever pace`() {
        var random = SystemRandomNumberGenerator()
        for transport in ScannerStatus.Transport.allCases {
            var line = Line(transport)
            for _ in 0..<500 {
                line.send([[0x0D, 0x0A, 0x09, 0x00, 0x03, 0x04].randomElement(using: &random) ?? 0x0D])
                line.pause(.milliseconds(Int.random(in: 0...700, using: &random)))
            }
            #expect(line.events.isEmpty)
        }
    }
}
