import Devices
import Scanning
import Testing

@Suite struct LayoutCompilerTests {
    /// What a layout types for a key held with modifiers, by way of the wedge.
    private func typed(_ code: UInt16, with modifiers: [UInt16], on layout: KeyboardLayout) -> [UInt8] {
        var wedge = KeyboardWedge(layout: layout)
        return wedge.receive((modifiers + [code]).map { KeyEvent(code: $0, isPressed: true) })
    }

    private enum Key {
        static let control: UInt16 = 29
        static let shift: UInt16 = 42
        static let capsLock: UInt16 = 58
        static let rightAlt: UInt16 = 100
    }

    @Test(arguments: [
        [], [Key.shift], [Key.capsLock], [Key.capsLock, Key.shift], [Key.control], [Key.control, Key.shift],
    ])
    func `the compiled US layout types what the built-in one does`(modifiers: [UInt16]) throws {
        let compiled = try LayoutCompiler.compile("us")
        var differences: [String] = []
        // The keys of a US keyboard; but Escape and Backspace, which type themselves with Ctrl in XKB only.
        for code: UInt16 in 2...98 where code != 14 {
            let (ours, theirs) = (
                typed(code, with: modifiers, on: .us), typed(code, with: modifiers, on: compiled)
            )
            if ours != theirs { differences.append("\(code): built in \(ours), compiled \(theirs)") }
        }
        #expect(differences == [])
    }

    @Test func `a British scanner's @ is on the apostrophe's key`() throws {
        let layout = try LayoutCompiler.compile("gb")
        #expect(typed(40, with: [Key.shift], on: layout) == Array("@".utf8))
    }

    @Test func `a French Canadian scanner's @ is on the third level of 2`() throws {
        let layout = try LayoutCompiler.compile("ca(fr)")
        #expect(typed(3, with: [Key.rightAlt], on: layout) == Array("@".utf8))
    }

    @Test func `a French scanner's digits are shifted`() throws {
        let layout = try LayoutCompiler.compile("fr")
        #expect(typed(2, with: [Key.shift], on: layout) == Array("1".utf8))
    }

    @Test(arguments: ["fr", "de", "ca(fr)", "ca(multix)", "ru", "gr"])
    func `Ctrl and the key right of P type the group separator everywhere`(name: String) throws {
        let layout = try LayoutCompiler.compile(name)
        #expect(typed(27, with: [Key.control], on: layout) == [0x1D])
    }

    @Test(arguments: ["xx", "us(nonsense)", "ca(fr", "us,de", "", "(fr)", "ca()", "../us"])
    func `an unknown layout is refused`(name: String) {
        #expect(throws: LayoutError.self) { try LayoutCompiler.compile(name) }
    }
}
