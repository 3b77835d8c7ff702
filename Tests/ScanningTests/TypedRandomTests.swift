import SyntheticLicenses
import Testing

@testable import Scanning

/// Whatever a scanner's keyboard does, what is typed again is text and leaves no key down.
@Suite struct TypedRandomTests {
    private static let text: [UInt16] = [2, 3, 9, 11, 42, 52, 79]
    private static let commands: [UInt16] = [1, 14, 29, 56, 58, 59, 62, 69, 97, 99, 100, 111, 116, 125]

    @Test(arguments: 1...40)
    func `of random keys only text is typed, and each key that goes down comes up`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var line = TypingLine()
        var typed = 0
        for _ in 0..<100 {
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let keys: [UInt16] = Int.random(in: 0..<60, using: &random) == 0 ? Self.commands : Self.text
                line.press([KeyEvent(code: keys.randomElement(using: &random) ?? 2, isPressed: true)])
                line.press([KeyEvent(code: keys.randomElement(using: &random) ?? 2, isPressed: false)])
            }
            line.press(Typist.keys(for: [0x0D]))
            line.pause(.milliseconds(Int.random(in: 1...700, using: &random)))
            typed += check(line.strokes)
        }
        line.pause(.seconds(5))
        #expect(line.track.deadline == nil)
        #expect(typed > 0)
    }

    private func check(_ strokes: [KeyEvent]) -> Int {
        var down: Set<UInt16> = []
        for key in strokes {
            #expect(TypedKey.all.contains(key.code))
            #expect(down.contains(key.code) != key.isPressed)
            if key.isPressed { down.insert(key.code) } else { down.remove(key.code) }
        }
        #expect(down.isEmpty)
        return strokes.count
    }
}
