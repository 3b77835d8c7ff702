import AAMVA
import Testing

@testable import Scanning

/// What a wedge types and must not be typed again, since it may be a licence, or is no text.
@Suite struct WithheldScanTests {
    private func events(of text: String) -> [String] {
        var line = TypingLine()
        line.type(text)
        line.pause(.seconds(3))
        return line.events.filter { $0 != "reading" }
    }

    @Test(arguments: [
        "ANSI 6360\r", "ansi 636012\r", "x AAMVA 6360120102\r", "aamva1\r", "ANSI636012\r",
        "DAQS12345\tDCSSAMPLE\r", "dlDAQ1\tdcsSAMPLE\r", "ZOASAMPLE\u{1D}DAQ1\r",
        "%ONTORONTO^1\r", "12;6360281234567=\r", "A\nB\r", "A\u{1E}B\r", "A\rB\r", "A\r\rB",
        "DCSSAMPLEDACROBINDADLEEDBB19850417\r", "0417DCFDX1234567DCGCAN\r", "DAU170 cmDAYBRODCGCAN\r",
    ])
    func `what may be a part of a licence is withheld, and said to be unreadable`(_ text: String) {
        #expect(events(of: text) == ["failed unreadable"])
    }

    @Test(arguments: [
        "ANSI\r", "TRANSITS\r", "DAQ12345\r", "50% off\r", "a^b%c\r", ";12\r", ";123456\r", "DAC\tmilk\r",
        "DAQ-12 DAC3e\r",
    ])
    func `what only resembles a part of a licence is typed`(_ text: String) {
        #expect(events(of: text) == ["typed \(text)"])
    }

    @Test func `a licence is read and nothing of it typed`() {
        var line = TypingLine()
        line.type(SamplePayload.licence() + [0x0D])
        line.pause(.seconds(3))
        #expect(line.events == ["reading", "licence"])
    }

    @Test(arguments: 1...40)
    func `of a licence that lost its first keys nothing is typed`(_ lost: Int) {
        var line = TypingLine()
        line.press(Array(Typist.keys(for: SamplePayload.licence() + [0x0D]).dropFirst(lost)))
        line.pause(.seconds(3))
        #expect(!line.events.contains { $0.hasPrefix("typed") })
        #expect(!line.events.isEmpty)
    }

    @Test(arguments: Array(stride(from: 20, to: 320, by: 7)))
    func `of a licence whose scanner paused for too long nothing is typed`(_ place: Int) {
        var line = TypingLine()
        let payload = SamplePayload.licence()
        line.type([UInt8](payload.prefix(place)))
        line.pause(.milliseconds(500))
        line.type([UInt8](payload.dropFirst(place)) + [0x0D])
        line.pause(.seconds(3))
        #expect(!line.events.contains { $0.hasPrefix("typed") })
    }

    @Test func `a product right after a cut licence is typed if its check digit fits`() {
        var line = TypingLine()
        line.type([UInt8](SamplePayload.licence().prefix(150)))
        line.pause(.milliseconds(500))
        line.type("SAMPLE\r")
        line.pause(.milliseconds(500))
        line.type("4006381333931\r")
        line.pause(.seconds(3))
        line.type("SAMPLE\r")
        line.pause(.seconds(1))
        #expect(
            line.events == [
                "reading", "failed truncated", "failed unreadable", "typed 4006381333931\r", "typed SAMPLE\r",
            ])
    }

    @Test func `a line of a licence is withheld behind another one, though both ended in quiet`() {
        var line = TypingLine()
        line.type("DCSSAMPLE\r")
        line.pause(.milliseconds(500))
        line.type("DACROBIN\r")
        line.pause(.seconds(3))
        #expect(line.events == ["typed DCSSAMPLE\r", "failed unreadable"])
    }

    @Test func `a code that a licence follows at once is withheld, for it did not end in quiet`() {
        var line = TypingLine()
        line.type([UInt8]("4006381333931\r".utf8) + SamplePayload.licence())
        line.pause(.seconds(3))
        #expect(line.events == ["failed unreadable", "reading", "licence"])
    }

    @Test func `what follows a licence without a pause is withheld`() {
        var line = TypingLine()
        line.type(SamplePayload.licence() + [UInt8]("\r4006381333931\r".utf8))
        line.pause(.seconds(3))
        #expect(line.events == ["reading", "licence", "failed unreadable"])
    }

    @Test func `the small code of the card just read is dropped, and alone it is the wrong one`() {
        var line = TypingLine()
        line.type(SamplePayload.licence())
        line.pause(.seconds(1))
        line.type("S0401-85008-50417\r")
        line.pause(.seconds(4))
        line.type("A06198657\r")
        line.pause(.seconds(1))
        #expect(line.events == ["reading", "licence", "failed wrong_barcode"])
    }

    @Test(arguments: [
        ["alt", "f4"], ["ctrl", "w"], ["meta"], ["meta", "r"], ["ctrl", "alt", "t"], ["alt", "sysrq"], ["f1"],
        ["esc"], ["backspace"], ["delete"], ["left"], ["power"], ["alt", "tab"], ["altgr", "tab"], ["alt"],
        ["ctrl"], ["ctrl", "5"], ["ctrl", "shift", "rightbrace"], ["alt", "a"], ["alt", "shift", "kp1"],
        ["volume"],
    ])
    func `a code that presses a key that is no text is dropped, and says so`(_ chord: [String]) {
        let names = [
            "f1": "59", "f4": "62", "sysrq": "99", "delete": "111", "left": "105", "power": "116",
            "volume": "113",
        ]
        let keys = TypingLine.chord(chord.map { names[$0] ?? $0 })
        for around in [("", "\r"), ("40063", "81333931\r"), ("", ""), ("4006\r", "")] {
            var line = TypingLine()
            line.type(around.0)
            line.press(keys)
            line.type(around.1)
            line.pause(.seconds(3))
            #expect(line.events == ["failed unreadable"], "\(chord) in \(around)")
        }
    }

    @Test func `what is said of such a code tells why`() {
        var line = TypingLine()
        line.type("4006")
        line.chord("alt", "esc")
        line.pause(.seconds(1))
        #expect(line.message.contains("keys that are no text"))
    }

    @Test(arguments: ["numlock", "capslock"])
    func `a lock key in a code drops it, and alone is nothing`(_ lock: String) {
        var line = TypingLine()
        line.chord(lock)
        line.pause(.seconds(1))
        #expect(line.events.isEmpty)
        line.chord(lock)
        line.type("4006\r")
        line.pause(.seconds(1))
        #expect(line.events == ["failed unreadable"])
    }

    @Test func `keys that a licence's scanner adds to it are no scan of their own`() {
        var line = TypingLine()
        line.chord("numlock")
        line.type(SamplePayload.licence())
        line.chord("f10")
        line.chord("ctrl", "j")
        line.pause(.seconds(3))
        #expect(line.events == ["reading", "licence"])
    }

    @Test func `keypad digits under Alt and Ctrl with a closing bracket are text`() {
        var line = TypingLine()
        line.type("4006")
        for (modifier, keys) in [("alt", ["kp0", "kp0", "kp2", "kp9"]), ("ctrl", ["rightbrace"])] {
            let code = Typist.codes[modifier] ?? 0
            line.press([KeyEvent(code: code, isPressed: true)])
            for key in keys { line.chord(key) }
            line.press([KeyEvent(code: code, isPressed: false)])
        }
        line.type("\r")
        line.pause(.seconds(1))
        #expect(line.events.first?.hasPrefix("typed 4006") == true)
        #expect(line.strokes.count == 8 + 10 + 4 + 2)
    }
}
