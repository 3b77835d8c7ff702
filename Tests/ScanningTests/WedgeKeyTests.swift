import Testing

@testable import Scanning

/// What single keys mean, beyond a US keyboard's.
@Suite struct WedgeKeyTests {
    private func typed(_ keys: [KeyEvent], on layout: String = "us", _ ways: ControlCharacters? = nil)
        -> [UInt8]
    {
        var wedge = KeyboardWedge(layout: LayoutFixture.named(layout), controlCharacters: ways)
        return wedge.receive(keys)
    }

    private func pressed(_ codes: UInt16...) -> [KeyEvent] {
        codes.map { KeyEvent(code: $0, isPressed: true) }
    }

    private func number(_ digits: String) -> [KeyEvent] {
        let codes = digits.compactMap { Typist.codes["kp\($0)"] }
        return pressed(56) + codes.map { KeyEvent(code: $0, isPressed: true) } + [
            KeyEvent(code: 56, isPressed: false)
        ]
    }

    @Test func `a dead key and a letter are one character`() {
        #expect(typed(pressed(26, 18), on: "fr") == [0xEA])
    }

    @Test func `a dead key and a blank are the mark`() {
        #expect(typed(pressed(26, 57), on: "fr") == Array("^".utf8))
    }

    @Test func `a dead key and what it doesn't go with are both`() {
        #expect(typed(pressed(26, 25), on: "fr") == Array("^p".utf8))
    }

    @Test func `a dead key before Enter is the mark and a line's end`() {
        #expect(typed(pressed(26, 28), on: "fr") == [0x5E, 0x0D])
    }

    @Test func `a dead key behind another is both marks once a blank follows`() {
        #expect(typed(pressed(26, 26, 57), on: "fr") == Array("^^".utf8))
    }

    @Test(arguments: [
        ("010", [0x0A]), ("10", [0x0A]), ("30", [0x1E]), ("065", [0x41]), ("0233", [0xE9]), ("130", [0xE9]),
    ])
    func `a number under Alt is its character`(digits: String, bytes: [UInt8]) {
        #expect(typed(number(digits)) == bytes)
    }

    @Test(arguments: ["", "999", "0300", "123456", "00000010"])
    func `a number that is no character's is nothing`(digits: String) {
        #expect(typed(number(digits)) == [])
    }

    @Test func `every number of a byte has one character in either code page`() {
        for number in 0...255 {
            #expect(typed(self.number("0\(number)")).isEmpty == false)
            #expect(typed(self.number("\(number)")).isEmpty == false)
        }
    }

    @Test func `a key among the digits makes a command of them`() {
        let keys = pressed(56, 82, 79, 82, 33) + [KeyEvent(code: 56, isPressed: false)]
        #expect(typed(keys) == [])
    }

    @Test func `Ctrl and Alt are AltGr`() {
        #expect(typed(pressed(29, 56, 16), on: "de") == Array("@".utf8))
    }

    @Test func `control characters come by the configured way only`() {
        #expect(typed(pressed(29, 36), .altKeypad) == [])
        #expect(typed(number("010"), .control) == [])
        #expect(typed(number("010"), .altKeypad) == [0x0A])
        #expect(typed(number("065"), .control) == [0x41])
    }

    @Test func `Ctrl and a capital are the same chord`() {
        #expect(typed(pressed(29, 42, 36)) == [0x0A])
    }
}
