import AAMVA
import Scanning
import SyntheticLicenses
import Testing

/// What is left of a person in a scrubbed recording: nothing.
@Suite struct RecordingScrubberTests {
    private func scrubbed(_ bytes: [UInt8], key: UInt64 = 1) -> [UInt8] {
        let scrubber = RecordingScrubber(layouts: [.us], key: (key, 7))
        let moments = scrubber.scrub([.init(pause: .zero, event: .bytes(bytes))])
        return moments.flatMap(\.event.rawBytes)
    }

    private func scrubbed(_ text: String, key: UInt64 = 1) -> String {
        String(decoding: scrubbed([UInt8](text.utf8), key: key), as: UTF8.self)
    }

    private func scrubbed(_ keys: [KeyEvent], key: UInt64 = 1) -> [KeyEvent] {
        let scrubber = RecordingScrubber(layouts: [.us], key: (key, 7))
        let moments = scrubber.scrub(keys.map { .init(pause: .milliseconds(1), event: .keys([$0])) })
        return moments.flatMap(\.event.keyEvents)
    }

    /// The letters and digits that no key changes, `·` for the others: what the scrubber takes for structure.
    private func kept(_ bytes: [UInt8]) -> String {
        let others = (2...24).map { scrubbed(bytes, key: $0) }
        return String(
            decoding: bytes.indices.map { index in
                let character = Character(Unicode.Scalar(bytes[index]))
                let isWord = character.isASCII && (character.isLetter || character.isNumber)
                let isKept = isWord && others.allSatisfy { $0[index] == bytes[index] }
                return isKept ? bytes[index] : bytes[index] < 0x20 ? UInt8(ascii: "|") : UInt8(ascii: ".")
            }, as: UTF8.self)
    }

    @Test func `of a licence the header, its directory and the identifiers stay`() {
        let payload =
            "@\n\u{1E}\rANSI 636012090002DL00410045ZO00860020DLDAQS1234-56788\nDCSSPECIMEN\nDAGFLAT 2\rZOZOAJANE,Q\nZOBY\r"
        #expect(
            kept([UInt8](payload.utf8))
                == ".|||ANSI.636012090002DL00410045ZO00860020DLDAQ...........|DCS........|DAG......|ZOZOA......|ZOB.|"
        )
    }

    @Test func `signs, blanks, control characters and the kind of each letter stay`() {
        let before = "@\n\u{1E}\rANSI 636012090001DL00310045DLDAQSa1-x\nDCSO'Neil-Sample 3\r"
        let kinds = { (text: String) in
            text.map { $0.isUppercase ? "A" : $0.isLowercase ? "a" : $0.isNumber ? "9" : String($0) }.joined()
        }
        #expect(kinds(scrubbed(before)) == kinds(before))
    }

    @Test func `nothing of the fixtures' people stays`() throws {
        let texts = ["first_name", "last_name", "address_1", "city", "govid_number", "postal_code"]
        for fixture in try FixturePayload.all() {
            let bytes = fixture.payload
            let kept = Array(kept(bytes).utf8)
            for value in texts.compactMap({ fixture.expected[$0] }) where value.utf8.count >= 5 {
                let value = Array(value.utf8)
                for start in bytes.indices.dropLast(value.count - 1)
                where bytes[start..<start + value.count].elementsEqual(value) {
                    let rest = kept[start..<start + value.count].filter { $0 != UInt8(ascii: ".") }
                    #expect(rest.isEmpty, "\(fixture.id): \(String(decoding: rest, as: UTF8.self))")
                }
            }
        }
    }

    @Test func `a scrubbed card is still a card of its issuer's`() {
        for seed in UInt64(1)...40 {
            let card = Card(seed: seed)
            guard case .record(.success(let record)) = RecordDecoder.decode(scrubbed(card.payload)) else {
                Issue.record("Card(seed: \(seed)) is no card any more")
                continue
            }
            let license = License(record)
            #expect(license.issuer?.code == card.expected["govid_issuedby"], "Card(seed: \(seed))")
            #expect(license.number != nil && license.number != card.expected["govid_number"])
        }
    }

    @Test(arguments: [
        "JANE\tSPECIMEN\t1981-12-01\r", "DAN\rDANIEL\rZOE SPECIMEN\r", "4006381333931\r", "L12345678",
        "NÉE ÉVÊQUE 3\r",
    ])
    func `of what is no licence no letter and no digit stays`(text: String) {
        let kept = kept([UInt8](text.utf8)).filter { $0 != "." && $0 != "|" }
        #expect(kept.isEmpty)
    }

    @Test func `identifiers stay where the header was lost`() {
        let rest = "DAQS1234\nDCSSPECIMEN\nDACJANE\nDBB19811201\nDAJON\nDAN\r"
        #expect(kept([UInt8](rest.utf8)) == "DAQ.....|DCS........|DAC....|DBB19......|DAJ..|DAN|")
    }

    @Test func `a stripe keeps its issuer's number and what names its tracks`() {
        let stripe = "%BCVICTORIA^SPECIMEN,$JANE^910 ST$?;6360281234567=350419850410=?_%0AV8W1A1   ?"
        #expect(
            kept([UInt8](stripe.utf8)).replacing(".", with: "") == "BC" + "636028" + "0A")
    }

    @Test func `letters with accents give way to others, in either encoding`() {
        for bytes in [[0x44, 0x43, 0x53, 0xC9], Array("DCSÉ".utf8)] as [[UInt8]] {
            let changed = (1...9).filter { scrubbed(bytes, key: $0).last != bytes.last }
            #expect(changed.count > 5)
        }
        #expect(String(validating: scrubbed(Array("DCSÉVÊQUE".utf8)), as: UTF8.self) != nil)
    }

    @Test func `the same line gets the same stand-in, in another recording another`() {
        let twice = "JANE SPECIMEN\rJANE SPECIMEN\r"
        let lines = scrubbed(twice).split(separator: "\r")
        #expect(lines[0] == lines[1])
        #expect(scrubbed(twice, key: 2) != scrubbed(twice))
    }

    @Test func `a typed licence keeps its header, and its keys type the bytes' stand-ins`() {
        let payload = SamplePayload.licence()
        var wedge = KeyboardWedge(layout: .us)
        #expect(wedge.receive(scrubbed(Typist.keys(for: payload))) == scrubbed(payload))
    }

    @Test func `every key that is pressed is released`() {
        let keys = Typist.keys(for: SamplePayload.licence() + Array("jane\r".utf8))
        var down: Set<UInt16> = []
        for key in scrubbed(keys) {
            if key.isPressed {
                #expect(down.insert(key.code).inserted)
            } else {
                #expect(down.remove(key.code) != nil)
            }
        }
        #expect(down.isEmpty)
    }

    @Test func `of keys that spell no licence none that prints stays, and chords with Ctrl do`() {
        let keys = Typist.keys(for: Array("Jane-7;\n\r".utf8))
        let others = (2...24).map { scrubbed(keys, key: $0) }
        let kept = keys.indices.filter { index in others.allSatisfy { $0[index] == keys[index] } }.map {
            keys[$0].code
        }
        // Shift for the capital, Ctrl and J for the line feed, Enter; each down and up.
        #expect(kept == [42, 42, 29, 36, 36, 29, 28, 28])
    }

    @Test(arguments: [
        ("0074", true), ("74", true), ("0106", true), ("106", true), ("0233", true), ("030", false),
        ("13", false),
    ])
    func `a character typed by its number is another of as many digits, unless it is a control character`(
        number: String, isChanged: Bool
    ) {
        let digits = Typist.keys(ofKeypad: number)
        let alt = UInt16(56)
        let keys = [KeyEvent(code: alt, isPressed: true)] + digits + [KeyEvent(code: alt, isPressed: false)]
        let results = (1...9).map { scrubbed(keys, key: $0) }
        #expect(results.contains { $0 != keys } == isChanged)
        for result in results {
            #expect(result.map(\.isPressed) == keys.map(\.isPressed))
            #expect(result.first == keys.first && result.last == keys.last)
        }
    }
}
