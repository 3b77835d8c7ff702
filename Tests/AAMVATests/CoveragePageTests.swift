import AAMVA
import Foundation
import Testing

@Suite struct CoveragePageTests {
    /// The tests' folder may be a link.
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().resolvingSymlinksInPath()
        .appending(path: "../../docs/jurisdictions.md").standardized

    @Test func `the page of jurisdictions is up to date, else make docs writes it`() throws {
        let page = try CoveragePage().text
        if ProcessInfo.processInfo.environment["SCANBRIDGE_WRITE_DOCS"] != nil {
            try Data(page.utf8).write(to: Self.file)
        }
        let written = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n")
        let changes = page.split(separator: "\n").difference(from: written)
        #expect(changes.isEmpty)
    }

    @Test func `a note names an issuer, and says either what is known or what is assumed`() throws {
        let codes = Set(try CoveragePage().issuers.map(\.jurisdiction.code))
        for note in try IssuerNote.all() {
            #expect(codes.contains(note.issuer))
            let isAssumption = note.assumed != nil || note.unseen == true
            #expect((note.known != nil) != isAssumption)
        }
    }

    @Test func `a note's payloads bear its issuer's number`() throws {
        for note in try IssuerNote.all() {
            for id in note.fixtures ?? [] { #expect(try LicenceFixture.named(id).issuer == note.issuer) }
        }
    }

    @Test func `every source that is named is explained, and the other way round`() throws {
        let named = Set(try IssuerNote.all().flatMap { $0.sources ?? [] })
        #expect(named == Set(CoveragePage.sources.map(\.tag)))
    }
}
