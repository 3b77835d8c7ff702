import Scanning
import Testing

@Suite struct KeyboardWedgeTests {
    @Test(arguments: try KeystrokeScript.all())
    func `a keystroke script types the bytes that it says`(_ script: KeystrokeScript) {
        var wedge = KeyboardWedge(layout: .us)
        let typed = wedge.receive(script.keys)
        #expect(typed == script.expected)
    }

    @Test func `keys may come in any groups`() throws {
        for script in try KeystrokeScript.all() {
            var wedge = KeyboardWedge(layout: .us)
            let typed = script.keys.flatMap { wedge.receive([$0]) }
            #expect(typed == script.expected, "\(script.name)")
        }
    }

    @Test func `every character that a US keyboard has comes back as it was typed`() {
        var wedge = KeyboardWedge(layout: .us)
        let text = [UInt8](0x20...0x7E) + [0x0A, 0x0D, 0x09, 0x1D, 0x1E]
        let typed = wedge.receive(Typist.keys(for: text))
        #expect(typed == text)
    }

    @Test func `a modifier that is still held after lost events is forgotten by a reset`() {
        var wedge = KeyboardWedge(layout: .us)
        _ = wedge.receive([KeyEvent(code: 42, isPressed: true), KeyEvent(code: 58, isPressed: true)])
        wedge.reset()
        let typed = wedge.receive([KeyEvent(code: 30, isPressed: true)])
        #expect(typed == [UInt8(ascii: "a")])
    }

    @Test func `characters on the AltGr level come from the layout`() {
        let layout = KeyboardLayout(name: "de") { code, modifiers in
            code == 16 ? (modifiers == .altGr ? 0x40 : 0x71) : 0
        }
        var wedge = KeyboardWedge(layout: layout)
        let typed = wedge.receive([
            KeyEvent(code: 100, isPressed: true), KeyEvent(code: 16, isPressed: true),
            KeyEvent(code: 100, isPressed: false), KeyEvent(code: 16, isPressed: true),
        ])
        #expect(typed == [UInt8](#"@q"#.utf8))
    }

    @Test func `a character up to U+00FF is one byte, and one above is UTF-8`() {
        let layout = KeyboardLayout(name: "test") { code, _ in [30: 0xE9, 31: 0x152][code] ?? 0 }
        var wedge = KeyboardWedge(layout: layout)
        let typed = wedge.receive([30, 31].map { KeyEvent(code: $0, isPressed: true) })
        #expect(typed == [0xE9, 0xC5, 0x92])
    }

    @Test func `a layout's own control character is believed`() {
        let layout = KeyboardLayout(name: "test") { code, modifiers in
            code == 30 ? (modifiers.contains(.control) ? 0x1E : 0x61) : 0
        }
        var wedge = KeyboardWedge(layout: layout)
        let typed = wedge.receive([29, 30].map { KeyEvent(code: $0, isPressed: true) })
        #expect(typed == [0x1E])
    }

    @Test func `a control character whose key types no ASCII is taken from the US layout`() {
        let layout = KeyboardLayout(name: "ru") { code, _ in code == 36 ? 0x43E : 0 }
        var wedge = KeyboardWedge(layout: layout)
        let typed = wedge.receive([29, 36].map { KeyEvent(code: $0, isPressed: true) })
        #expect(typed == [0x0A])
    }

    @Test func `a keycode beyond the table types nothing`() {
        var wedge = KeyboardWedge(layout: .us)
        let typed = wedge.receive([KeyEvent(code: 0x1FF, isPressed: true)])
        #expect(typed.isEmpty)
    }
}
