import Testing

@testable import Scanning

/// Products' barcodes, typed by a wedge and to be typed again.
@Suite struct TypedBarcodeTests {
    private static let products = [
        "4006381333931\r", "036000291452\r", "96385074\r", "ABC-123/4 $5+\r", "4006381333931",
        "https://example.test/q?id=42&x=1\t", "]E04006381333931\r",
        "]C10195012345678903\u{1D}10AB12\r", "(01)09501234567890\u{1D}(10)X\r",
    ]

    @Test(arguments: products)
    func `a product's code is typed with its original strokes`(_ code: String) {
        var line = TypingLine()
        let keys = Typist.keys(for: [UInt8](code.utf8))
        line.press(keys)
        line.pause(.seconds(1))
        #expect(line.events == ["typed \(code)"])
        #expect(line.strokes == keys)
    }

    @Test(arguments: [0, 1, 5, 20, 60])
    func `strokes and their order are the same at any pace, and handed in one by one`(_ milliseconds: Int) {
        var line = TypingLine()
        let keys = Typist.keys(for: [UInt8]("Ab]1\u{1D}Z\t\r".utf8))
        line.press(keys, every: .milliseconds(milliseconds))
        line.pause(.seconds(2))
        #expect(line.strokes == keys)
        #expect(line.events.count == 1)
    }

    @Test func `two equal products in a row are two typings`() {
        var line = TypingLine()
        for _ in 1...2 {
            line.type("4006381333931\r")
            line.pause(.milliseconds(50))
        }
        #expect(line.events == ["typed 4006381333931\r", "typed 4006381333931\r"])
    }

    @Test func `a code is typed 20 ms after its suffix, and not before`() {
        var line = TypingLine()
        line.type("4006\r")
        line.pause(.milliseconds(19))
        #expect(line.events.isEmpty)
        line.pause(.milliseconds(1))
        #expect(line.events == ["typed 4006\r"])
    }

    @Test func `a slow scanner's code is typed after three times its slowest gap`() {
        var line = TypingLine()
        for character in "4006\r" {
            line.pause(.milliseconds(40))
            line.type(String(character))
        }
        line.pause(.seconds(1))
        #expect(line.endedAfter == .milliseconds(120))
    }

    @Test func `a code without suffix is typed after idle_gap`() {
        var line = TypingLine()
        line.type("4006381333931")
        line.pause(.seconds(1))
        #expect(line.endedAfter == .milliseconds(400))
        var configured = TypingLine(idleGap: .milliseconds(90))
        configured.type("4006381333931")
        configured.pause(.seconds(1))
        #expect(configured.endedAfter == .milliseconds(90))
    }

    @Test func `what could still begin a licence waits for idle_gap, suffix or not`() {
        var line = TypingLine()
        line.type("@\r")
        line.pause(.milliseconds(399))
        #expect(line.events.isEmpty)
    }

    @Test func `a key that types nothing yet is no quiet`() {
        var line = TypingLine()
        line.type("4006\r")
        for _ in 1...10 {
            line.pause(.milliseconds(15))
            line.chord("shift")
        }
        #expect(line.events.isEmpty)
        line.pause(.milliseconds(20))
        #expect(line.events.count == 1)
    }

    @Test func `a key that is still down in the quiet is released, and its release is not the next scan's`() {
        var line = TypingLine()
        line.type("4006")
        line.press([KeyEvent(code: 28, isPressed: true)])
        line.pause(.milliseconds(30))
        #expect(line.strokes.last == KeyEvent(code: 28, isPressed: false))
        line.press([KeyEvent(code: 28, isPressed: false)])
        line.type("5\r")
        line.pause(.milliseconds(30))
        #expect(line.strokes == Typist.keys(for: [UInt8]("5\r".utf8)))
    }

    private static let end = TypingLine.chord(["1"]) + TypingLine.chord(["enter"])

    @Test func `Shift that stays down is down in the next scan as well`() {
        var line = TypingLine()
        line.press([KeyEvent(code: 42, isPressed: true)])
        line.press(TypingLine.chord(["x"]) + Self.end)
        line.pause(.milliseconds(30))
        line.press(TypingLine.chord(["y"]) + Self.end)
        line.pause(.milliseconds(30))
        #expect(line.events == ["typed X!\r", "typed Y!\r"])
        #expect(line.strokes.last == KeyEvent(code: 42, isPressed: false))
    }

    @Test func `a prefix is typed, and what came long before the code is not`() {
        var line = TypingLine()
        line.type("\t4006\r")
        line.pause(.seconds(1))
        line.type("\r")
        line.pause(.milliseconds(500))
        line.type("4006\r")
        line.pause(.seconds(1))
        #expect(line.events == ["typed \t4006\r", "typed 4006\r"])
    }

    @Test func `an empty scan is nothing`() {
        var line = TypingLine()
        line.type("\r\t\r")
        line.chord("numlock")
        line.chord("shift")
        line.pause(.seconds(3))
        #expect(line.events.isEmpty)
        #expect(line.track.deadline == nil)
    }

    @Test func `a scan in flight at unplug is never typed, even one that had just ended`() {
        var line = TypingLine()
        line.type("4006381333931\r")
        line.unplug()
        #expect(line.events.isEmpty)
        line.pause(.seconds(3))
        #expect(line.events.isEmpty)
    }

    @Test func `a scan that lost events is not typed, and says so once`() {
        var line = TypingLine()
        line.type("40063")
        line.dropEvents()
        line.type("933931\r")
        line.pause(.seconds(1))
        #expect(line.events == ["failed events_dropped"])
        line.type("4006381333931\r")
        line.pause(.seconds(1))
        #expect(line.events.last == "typed 4006381333931\r")
    }

    @Test func `a scan over the limit is not typed`() {
        var line = TypingLine()
        line.type(String(repeating: "7", count: 8193) + "\r")
        line.pause(.seconds(1))
        #expect(line.events == ["failed too_long"])
    }

    @Test func `the longest code is typed whole`() {
        var line = TypingLine()
        let code = String(repeating: "A", count: 8191) + "\r"
        line.type(code)
        line.pause(.seconds(1))
        #expect(line.events == ["typed \(code)"])
    }

    @Test func `strokes show their number only`() {
        let strokes = Keystrokes(Typist.keys(for: [UInt8]("A".utf8)))
        var shown = "\(strokes) \(String(reflecting: strokes))"
        dump(strokes, to: &shown)
        dump(strokes.events, to: &shown)
        #expect(shown.contains("Keystrokes(4)"))
        #expect(!shown.contains("30"))
    }
}
