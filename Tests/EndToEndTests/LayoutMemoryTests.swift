import Foundation
import Testing

/// Keyboard scanners that are set to other countries than the United States: found out, kept and told.
@Suite(.ownThreads) struct LayoutMemoryTests {
    /// Two of one make, by their USB serial numbers.
    private static let countries = ["17A0001": "fr", "17A0002": "be"]

    private let state: Folder

    init() throws {
        state = try Folder()
    }

    /// A daemon that finds out by itself what its two scanners are set to, and a till.
    private func open() throws -> (Workbench, Till) {
        // A busy machine may hold up any of them for longer than a wedge's usual `idle_gap`.
        let bench = try Workbench(
            "scanners: [{match: {vendor: 0c2e}, idle_gap: 2s, other_barcodes: publish}]", state: state)
        let till = try bench.till()
        for number in 1...2 {
            try bench("plug keyboard#\(number)")
            try till.skip(to: "scanner_added")
        }
        return (bench, till)
    }

    /// A licence on each, at once.
    private func scan(_ bench: Workbench, _ till: Till) throws {
        let plays = Self.countries.map { serial, country in
            "keyboard#\(serial.suffix(1))=\(CorpusRecording.folder.path())/country-\(country).scan"
        }
        try bench("play \(plays.joined(separator: " "))")
        for _ in plays {
            #expect(try till.skip(to: "applicant")["applicant"] == Licence.ontarioApplicant)
        }
    }

    private func scanAndClose() throws {
        let (bench, till) = try open()
        try scan(bench, till)
        let isFound = try Patience().wait { try status(till) == found }
        #expect(isFound)
    }

    /// By serial number: the layout, and where it is from.
    private func layouts(_ scanners: [JSON]) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: scanners.map { scanner in
                let words = ["layout", "layout_origin"].map { scanner[$0]?.text ?? "" }
                return (scanner["serial"]?.text ?? "", words.joined(separator: " "))
            })
    }

    private func status(_ till: Till) throws -> [String: String] {
        try till.ask(#"{"type":"status"}"#)
        return layouts(try till.skip(to: "status")["scanners"]?.items ?? [])
    }

    private let found = countries.mapValues { "\($0) found" }

    @Test func `of two scanners at once each is read by its own country's keys, and status says which`()
        throws
    {
        let (bench, till) = try open()
        #expect(try status(till) == Self.countries.mapValues { _ in "us assumed" })
        try scan(bench, till)
        let isFound = try Patience().wait { try status(till) == found }
        #expect(isFound)
    }

    @Test func `what was found is known at the next start, before anything is scanned`() throws {
        try scanAndClose()
        let (bench, till) = try open()
        let atStart = try withExtendedLifetime(bench) { try status(till) }
        #expect(atStart == found)
    }

    @Test func `the devices command says it as well, without asking the daemon`() throws {
        let (bench, till) = try open()
        try scan(bench, till)
        let isKept = try Patience().wait { try status(till) == found }
        #expect(isKept)
        let root = try #require(try bench("root").first)
        let devices = try Scanbridge.run(
            "devices", "--json",
            environment: [
                "LD_PRELOAD": "libumockdev-preload.so.0", "UMOCKDEV_DIR": root, "STATE_DIRECTORY": state.path,
            ])
        let nodes = try #require(try devices.output.first.map(JSON.init(parsing:))?.items)
        #expect(layouts(nodes) == found)
    }

    @Test func `the file holds scanners and their settings, and nothing of whose licences they read`() throws
    {
        try scanAndClose()
        let text = try String(contentsOfFile: state.path("scanners.json"), encoding: .utf8)
        let kept = try JSON(parsing: text)
        #expect(kept.keys == ["0c2e:0b61:17A0001", "0c2e:0b61:17A0002"])
        #expect(kept["0c2e:0b61:17A0001"]?.keys == ["profiles", "scans", "date"])
        let applicant = Licence.ontarioApplicant
        let values = applicant.keys.compactMap { applicant[$0]?.text }.filter { $0.count > 3 }
        #expect(values.filter { text.contains($0) } == [])
    }
}
