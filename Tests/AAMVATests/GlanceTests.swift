import Testing

@testable import AAMVA

/// What is told of eight bytes at once is what a look at each of them tells, wherever they stand.
@Suite struct GlanceTests {
    /// Every part of a text, at every distance from its beginning.
    private func parts(of text: String) -> [Range<Int>] {
        let count = text.utf8.count
        return (0...count).flatMap { lower in (lower...count).map { lower..<$0 } }
    }

    @Test func `an identifier is noticed at every place of a value of any length`() {
        for lead in 0..<24 {
            let bytes = Array((String(repeating: "X", count: lead) + "DCT" + "OBERTSON AND SON").utf8)
            for upper in lead + 2...bytes.count {
                for lower in 0...lead {
                    let isNoticed = bytes.span.mayHoldElement(lower..<upper)
                    #expect(isNoticed, "\(lower)..<\(upper)")
                }
            }
        }
    }

    @Test(arguments: [
        "RICHMOND WEST BROAD STREET", "1D 20D DOVER SAND", "EDWARD HOLD D", "CABED", "DONALD\nDAC",
    ])
    func `a value in which no D has an identifier's letter behind it holds no element`(_ text: String) {
        let bytes = Array(text.utf8)
        for part in parts(of: text) {
            let hasPair = zip(bytes[part], bytes[part].dropFirst()).contains {
                $0 == 0x44 && 0x40...0x47 ~= $1
            }
            let mayHold = bytes.span.mayHoldElement(part)
            #expect(mayHold == hasPair, "\(part)")
        }
    }

    @Test(arguments: ["MARY ANN@SMITH", "O'NEIL von Zed", "abc[xyz`AZ{az", "ÉMILE DUPONT", "a0b9 c/d:e"])
    func `words are letters and blanks only`(_ text: String) {
        let bytes = Array(text.utf8)
        for part in parts(of: text) {
            let areWords = bytes[part].allSatisfy { $0.isLetter || $0 == Byte.space }
            let isWords = bytes.span.isWords(part)
            #expect(isWords == areWords, "\(part)")
        }
    }

    @Test(arguments: [
        ("01234567", 1_234_567), ("99999999", 99_999_999), ("0000000/", nil), (":0000000", nil),
        ("000\u{FF}000", nil), ("12 45678", nil),
    ])
    func `eight digits are a number, and any other byte makes it none`(_ text: String, _ number: Int?) {
        let bytes = Array(text.utf8)
        let read = bytes.span.number(0, digits: 8)
        #expect(read == number)
    }
}
