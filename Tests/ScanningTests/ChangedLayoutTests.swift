import Testing

@testable import Scanning

/// A wedge whose settings are known, and no longer true.
@Suite struct ChangedLayoutTests {
    /// All have the `@` of a licence's header on different keys, so that it can be seen.
    static let changes = [
        ("us", "gb"), ("gb", "us"), ("us", "de"), ("de", "us"), ("us", "es"), ("fr", "be"), ("it", "ca"),
        ("ca(multix)", "gb"),
    ]

    private func line(_ layout: String, typesBarcodes: Bool) -> WedgeLine {
        let known = WedgeStanding(profiles: [WedgeProfile(layout: layout)], scans: 3)
        return WedgeLine(
            WedgeCandidates(layouts: LayoutFixture.all, known: known), typesBarcodes: typesBarcodes)
    }

    private func keys(_ layout: String, for text: [UInt8]) throws -> [KeyEvent] {
        try #require(Typist(layout: LayoutFixture.named(layout)).keys(for: text + [0x0D]))
    }

    @Test(arguments: changes, [false, true])
    func `its next licence is one event, read by the new layout, which is known from then on`(
        change: (from: String, to: String), typesBarcodes: Bool
    ) throws {
        let keys = try keys(change.to, for: SamplePayload.licence())
        var right = line(change.to, typesBarcodes: typesBarcodes)
        right.type(keys)
        right.rest()
        var changed = line(change.from, typesBarcodes: typesBarcodes)
        changed.type(keys)
        changed.rest()
        #expect(changed.events == right.events)
        #expect(changed.profiles.contains(WedgeProfile(layout: change.to)))
    }

    @Test func `a licence that lost its first key changes nothing`() throws {
        var line = line("gb", typesBarcodes: true)
        line.type(try keys("gb", for: Array(SamplePayload.licence().dropFirst())))
        line.rest()
        #expect(line.events.count { $0.hasPrefix("applicant") } == 1)
        #expect(line.profiles == [WedgeProfile(layout: "gb")])
    }

    @Test func `a product's code right before a licence is published, and the licence is read`() throws {
        var line = line("gb", typesBarcodes: false)
        line.type(try keys("gb", for: Array("4006381333931\r".utf8) + SamplePayload.licence()))
        line.rest()
        #expect(line.events.prefix(2) == ["barcode 4006381333931", "reading"])
        #expect(line.events.last?.hasPrefix("applicant") == true)
    }
}
