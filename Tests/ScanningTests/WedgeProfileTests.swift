import Testing

@testable import Scanning

/// A wedge of which nothing is known, and what its scans show.
@Suite struct WedgeProfileTests {
    static let layouts = ["us", "gb", "ca", "ca(fr)", "ca(multix)", "fr", "de", "es", "it", "be", "ch"]
    private static let enter = Typist.keys(for: [0x0D])

    private func typist(
        _ layout: String, _ controlCharacters: ControlCharacters = .control, capsLock: Bool = false
    )
        -> Typist
    {
        Typist(
            layout: LayoutFixture.named(layout), capsLock: capsLock, controlCharacters: controlCharacters)
    }

    /// What comes of keys and Enter, where all layouts are possible or the right profile is known.
    private func events(_ keys: [KeyEvent], known profile: WedgeProfile? = nil) -> [String] {
        let standing = profile.map { WedgeStanding(profiles: [$0], scans: 1) }
        var line = WedgeLine(WedgeCandidates(layouts: LayoutFixture.all, known: standing))
        line.type(keys + Self.enter)
        line.rest()
        return line.events
    }

    @Test(arguments: layouts, ControlCharacters.allCases)
    func `the first licence of a scanner that nothing is known of is read`(
        layout: String, controlCharacters: ControlCharacters
    ) throws {
        let payload = SamplePayload.licence()
        let keys = try #require(typist(layout, controlCharacters).keys(for: payload))
        let events = events(keys)
        #expect(events.count == 2)
        #expect(events.last?.contains("DL DCS=SAMPLE") == true, "\(events)")
    }

    @Test(arguments: layouts, ControlCharacters.allCases)
    func `a card is read as by the right profile, or fails by name`(
        layout: String, controlCharacters: ControlCharacters
    ) {
        let cards = LicencePayloads.all
        let offset = (Self.layouts.firstIndex(of: layout) ?? 0) * 7 + controlCharacters.rawValue.utf8.count
        var wrong: [String] = []
        for (index, isCapsLocked) in [false, true, false].enumerated() {
            let card = cards[(offset * 3 + index * 44) % cards.count]
            let typist = typist(layout, controlCharacters, capsLock: isCapsLocked)
            guard let keys = typist.keys(for: card.payload) else { continue }
            let name = layout == "ca(fr)" ? "ca" : layout
            let right = events(keys, known: WedgeProfile(layout: name, capsLock: isCapsLocked))
            let found = events(keys)
            let isWrong =
                found != right && found.contains { $0.hasPrefix("applicant") && !right.contains($0) }
            if isWrong { wrong.append("\(card.id) \(isCapsLocked)") }
        }
        #expect(wrong == [])
    }

    @Test(arguments: layouts)
    func `Caps Lock at rest is found as well`(layout: String) throws {
        let keys = try #require(typist(layout, capsLock: true).keys(for: SamplePayload.licence()))
        var line = WedgeLine()
        line.type(keys)
        line.rest()
        #expect(line.events.last?.contains("DL DCS=SAMPLE") == true)
        #expect(Set(line.profiles.map(\.capsLock)) == [true])
    }

    @Test(arguments: ["us", "fr", "de"], 1...8)
    func `a licence that lost its first keys is read, or fails by name`(layout: String, lost: Int) throws {
        let payload = SamplePayload.licence()
        let typist = typist(layout)
        let whole = try #require(typist.keys(for: payload))
        let head = try #require(typist.keys(for: Array(payload.prefix(lost))))
        let right = events(Array(whole.dropFirst(head.count)), known: WedgeProfile(layout: layout))
        let found = events(Array(whole.dropFirst(head.count)))
        #expect(found == right || found.last == "failed ambiguous", "\(found)")
        #expect(!found.contains { $0.hasPrefix("barcode") })
    }

    @Test func `a header that only one layout types settles the layout`() {
        var line = WedgeLine()
        line.type(typist("fr").keys(for: SamplePayload.licence()) ?? [])
        line.rest()
        #expect(line.profiles == [WedgeProfile(layout: "fr")])
        #expect(line.track.candidates?.standing?.scans == 1)
    }

    @Test func `each further licence confirms what was found`() {
        var line = WedgeLine()
        for _ in 1...3 {
            line.type(typist("be", .altKeypad).keys(for: SamplePayload.licence()) ?? [])
            line.rest()
        }
        let profile = WedgeProfile(layout: "be", controlCharacters: .altKeypad)
        #expect(line.track.candidates?.standing == WedgeStanding(profiles: [profile], scans: 3))
    }

    @Test func `layouts that no scan has told apart remain, until one does`() {
        var line = WedgeLine()
        line.type(typist("es").keys(for: SamplePayload.licence()) ?? [])
        line.rest()
        #expect(line.profiles.count > 1)
        var elements = SampleRecord.ontario
        elements.append(("DAH", "UNIT 4-A ÑU"))
        line.type(typist("es").keys(for: latin(SamplePayload.licence(elements))) ?? [])
        line.rest()
        #expect(line.profiles.map(\.layout) == ["es"])
    }

    /// UTF-8's two bytes for a letter of Latin-1 as the one that a barcode has.
    private func latin(_ payload: [UInt8]) -> [UInt8] {
        String(decoding: payload, as: UTF8.self).unicodeScalars.compactMap { UInt8(exactly: $0.value) }
    }

    @Test func `keys that make two cards by two layouts are nobody's`() throws {
        // An apostrophe of Spain is a hyphen of Canada.
        var elements = SampleRecord.ontario
        elements.append(("DAH", "O'NEILL"))
        var line = WedgeLine(
            WedgeCandidates(layouts: [LayoutFixture.named("es"), LayoutFixture.named("ca")]))
        line.type(try #require(typist("es").keys(for: SamplePayload.licence(elements))))
        line.rest()
        #expect(line.events == ["reading", "failed ambiguous"])
    }

    @Test func `a scanner that is set to another layout is found anew by its next licence`() throws {
        var line = WedgeLine()
        for layout in ["us", "fr", "us"] {
            line.type(
                try #require(typist(layout).keys(for: SamplePayload.licence())) + Self.enter,
                every: .milliseconds(1))
            line.rest()
            #expect(line.profiles.first == WedgeProfile(layout: layout))
        }
        #expect(line.events.count { $0.hasPrefix("applicant") } == 3)
    }

    @Test
    func `a slow scanner that is set to another layout is found anew, though its lines end between pauses`()
        throws
    {
        var line = WedgeLine()
        line.type(try #require(typist("us").keys(for: SamplePayload.licence())))
        line.rest()
        line.type(try #require(typist("be").keys(for: SamplePayload.licence())), every: .milliseconds(80))
        line.rest()
        #expect(line.events.last?.hasPrefix("applicant") == true)
        #expect(line.profiles == [WedgeProfile(layout: "be")])
    }

    @Test func `a configured layout is the only one`() throws {
        var line = WedgeLine(WedgeCandidates(layouts: [LayoutFixture.named("us")]))
        line.type(try #require(typist("fr").keys(for: SamplePayload.licence())) + Self.enter)
        line.rest()
        #expect(!line.events.contains { $0.hasPrefix("applicant") })
        #expect(Set(line.profiles.map(\.layout)) == ["us"])
    }

    @Test func `a product's code waits no longer than its quiet though nothing is known`() throws {
        var line = WedgeLine()
        line.type(Typist.keys(for: Array("4006381333931\r".utf8)))
        let deadline = try #require(line.track.deadline)
        #expect(line.now.duration(to: deadline) == .milliseconds(30))
        line.rest()
        #expect(line.events == ["barcode 4006381333931"])
    }

    @Test func `the small code of the card just read is no barcode, while several layouts are possible`()
        throws
    {
        var line = WedgeLine()
        line.type(try #require(typist("us").keys(for: SamplePayload.licence())) + Self.enter)
        let number = try #require(SampleRecord.ontario.first { $0.0.description == "DAQ" }?.1)
        line.type(Typist.keys(for: Array((number + "\r").utf8)))
        line.rest()
        #expect(line.profiles.count > 1)
        #expect(line.events.map { $0.prefix(9) } == ["reading", "applicant"])
    }

    @Test func `a product's number is read by the layout that has digits on its keys`() throws {
        let keys = try #require(typist("fr").keys(for: Array("4006381333931".utf8)))
        #expect(events(keys) == ["barcode 4006381333931"])
    }

    @Test func `what was found before has the first say`() throws {
        let known = WedgeStanding(profiles: [WedgeProfile(layout: "ca")], scans: 4)
        var line = WedgeLine(WedgeCandidates(layouts: LayoutFixture.all, known: known))
        var elements = SampleRecord.ontario
        elements.append(("DAH", "O'NEILL"))
        line.type(try #require(typist("ca").keys(for: SamplePayload.licence(elements))))
        line.rest()
        #expect(line.events.last?.contains("O'NEILL") == true)
        #expect(line.track.candidates?.standing?.scans == 5)
    }

    @Test func `events that were lost void the scan under every profile, once`() {
        var line = WedgeLine()
        line.type(Array(Typist.keys(for: SamplePayload.licence()).prefix(300)))
        var track = line.track
        let lost = track.receive(.eventsDropped, at: line.now)
        #expect(lost.count == 1)
    }

    @Test func `the texts of a scan are one for each way to read it`() throws {
        let candidates = WedgeCandidates(layouts: [.us, LayoutFixture.named("fr")])
        let texts = candidates.texts(of: Typist.keys(for: Array("a1".utf8))).map {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(texts == ["a1", "q&", "A1", "Q&"])
    }

    @Test func `readings don't show what was typed`() {
        var line = WedgeLine()
        line.type(Array(Typist.keys(for: SamplePayload.licence()).dropLast(8)))
        var shown = ""
        dump(line.track, to: &shown)
        #expect(!shown.contains("SAMPLE"))
        #expect(!"\(line.track)".contains("SAMPLE"))
    }
}
