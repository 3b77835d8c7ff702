import Testing

@testable import Scanning

/// Barcodes of a scanner of which nothing is known yet: any layout, any way of typing control characters.
@Suite struct TypedLayoutTests {
    private func typist(_ layout: String, _ way: ControlCharacters = .control) -> Typist {
        Typist(layout: LayoutFixture.named(layout), controlCharacters: way)
    }

    @Test(arguments: LayoutFixture.names)
    func `a product's code is typed with its strokes right after its quiet`(_ layout: String) throws {
        var line = TypingLine(layouts: LayoutFixture.all)
        let keys = try #require(typist(layout).keys(for: [UInt8]("4006381333931\r".utf8)))
        for _ in 1...2 {
            line.press(keys)
            line.pause(.milliseconds(20))
            #expect(line.strokes == keys)
            line.pause(.milliseconds(300))
        }
        #expect(line.events.count == 2)
    }

    @Test(arguments: LayoutFixture.names, [ControlCharacters.control, .altKeypad, .enterOnly, .none])
    func `nothing of a licence that lost its first keys is typed`(
        _ layout: String, _ way: ControlCharacters
    ) throws {
        let payload = SamplePayload.licence() + [0x0D]
        for lost in [9, 150] {
            var line = TypingLine(layouts: LayoutFixture.all)
            line.press(try #require(typist(layout, way).keys(for: Array(payload.dropFirst(lost)))))
            line.pause(.seconds(3))
            #expect(!line.events.isEmpty)
            #expect(!line.events.contains { $0.hasPrefix("typed") }, "\(lost) bytes lost")
        }
    }
}
