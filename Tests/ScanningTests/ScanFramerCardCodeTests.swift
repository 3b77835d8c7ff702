import Testing

@testable import Scanning

@Suite struct ScanFramerCardCodeTests {
    private func afterLicence(_ payload: [UInt8] = SamplePayload.licence()) -> Line {
        var line = Line()
        line.send(payload + [0x0D])
        return line
    }

    @Test(arguments: ["S04018500850417", "S0401-85008-50417", "S0401 85008 50417", "]C0S04018500850417"])
    func `the 1-D code of the same card is dropped within 3 s of the licence`(_ code: String) {
        var line = afterLicence()
        line.pause(.seconds(3))
        line.send(code + "\r")
        line.pause(.seconds(1))
        #expect(line.events.count == 2)
    }

    @Test func `after 3 s it is a barcode like others`() {
        var line = afterLicence()
        line.pause(.milliseconds(3001))
        line.send("S04018500850417\r")
        line.pause(.seconds(1))
        #expect(line.events.last == "barcode S04018500850417")
    }

    @Test func `another code is published at once`() {
        var line = afterLicence()
        line.send("4006381333931\r")
        line.pause(.seconds(1))
        #expect(line.events.last == "barcode 4006381333931")
    }

    @Test func `a part of an element is another code`() {
        var line = afterLicence()
        line.send("S0401850\r")
        line.pause(.seconds(1))
        #expect(line.events.last == "barcode S0401850")
    }

    @Test func `the serial that a stripe holds behind zeros is the card's too`() {
        var line = afterLicence(SamplePayload.stripe)
        line.pause(.seconds(1))
        line.send("S00023254\r")
        line.pause(.seconds(1))
        #expect(line.events.count == 2)
    }

    @Test func `a failed licence drops no code`() {
        var line = Line()
        line.send([UInt8](SamplePayload.licence().dropLast(20)))
        line.pause(.milliseconds(500))
        line.send("TORONTO\r")
        line.pause(.seconds(1))
        #expect(line.events == ["reading", "failed truncated", "barcode TORONTO"])
    }

    @Test(arguments: ["S00023254\r", "]A0S00023254", "S00023254\r\n"])
    func `the card's serial by itself is the wrong barcode`(_ code: String) {
        var line = Line()
        line.send(code)
        line.pause(.seconds(1))
        #expect(line.events == ["failed wrong_barcode"])
    }

    @Test func `where card serials pass, it is a barcode`() {
        var line = Line(cardSerials: .pass)
        line.send("S00023254\r")
        line.pause(.seconds(1))
        #expect(line.events == ["barcode S00023254"])
    }

    @Test func `a card's serial is known behind an explicit suffix`() {
        var line = Line(suffix: .bytes([0x23, 0x23]))
        line.send("S00023254##")
        line.pause(.seconds(1))
        #expect(line.events == ["failed wrong_barcode"])
    }
}
