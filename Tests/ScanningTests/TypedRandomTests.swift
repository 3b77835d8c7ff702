import SyntheticLicenses
import Testing

@testable import Scanning

/// Whatever a scanner's keyboard does, what is typed again is text and leaves no key down.
@Suite struct TypedRandomTests {
    private static let commands: [UInt16] = [1, 14, 29, 56, 58, 59, 62, 69, 97, 99, 100, 111, 116, 125]

    @Test(arguments: 1...40)
    func `of random keys only text is typed, and each key that goes down comes up`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var line = TypingLine()
        var typed = 0
        for _ in 0..<400 {
            if Int.random(in: 0..<60, using: &random) == 0 {
                let code = Self.commands.randomElement(using: &random) ?? 1
                line.press([true, false].map { KeyEvent(code: code, isPressed: $0) })
            } else {
                let code: UInt16 = [2, 3, 9, 11, 28, 42, 52].randomElement(using: &random) ?? 2
                line.press([KeyEvent(code: code, isPressed: .random(using: &random))])
            }
            if Int.random(in: 0..<5, using: &random) == 0 {
                line.pause(.milliseconds(Int.random(in: 1...700, using: &random)))
            }
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
