import AAMVA
import Testing

@Suite struct LicenceFixtureTests {
    @Test func `the fixtures are there`() {
        #expect(LicenceFixture.all.count == 132)
    }

    @Test(arguments: LicenceFixture.intact)
    func `an intact payload yields every expected value`(_ fixture: LicenceFixture) throws {
        let record = try #require(fixture.outcome.record)
        #expect(License(record).differences(from: fixture.expected) == [])
    }

    @Test(arguments: LicenceFixture.intact)
    func `every line of an intact record is an element`(_ fixture: LicenceFixture) throws {
        let record = try #require(fixture.outcome.record)
        guard case .aamva = record.layout else { return }
        for line in record.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).dropFirst(3) {
            let id = String(decoding: line.prefix(3), as: UTF8.self)
            let tagged = String(decoding: line.dropFirst(2).prefix(3), as: UTF8.self)
            #expect(record.elements.contains { $0.id.code == id || $0.id.code == tagged })
        }
    }

    @Test(arguments: LicenceFixture.damaged)
    func `a damaged payload is refused, or right, or says what is wrong`(_ fixture: LicenceFixture) {
        for (index, result) in fixture.outcome.results.enumerated() {
            guard case .success(let record) = result else { continue }
            let expected =
                fixture.expectedRecords.isEmpty ? fixture.expected : fixture.expectedRecords[index]
            let isRight = License(record).differences(from: expected) == []
            #expect(isRight || !record.findings.isEmpty)
        }
    }

    @Test(arguments: LicenceFixture.all.filter { $0.expected["error"] != nil })
    func `what is no licence is refused`(_ fixture: LicenceFixture) {
        #expect(fixture.outcome.error != nil)
    }

    @Test(arguments: [("v104", ["FIRST", "SECOND"]), ("v117", ["SPECIMEN", "SAMPLEXX"])])
    func `joined records come out one by one and never mixed`(_ id: String, _ names: [String]) throws {
        let records = try LicenceFixture.named(id).outcome.results.map { try $0.get() }
        #expect(records.map { License($0).lastName } == names)
        for (record, name) in zip(records, names) {
            for other in names where other != name { #expect(!record.bytes.contains(Array(other.utf8))) }
        }
    }

    @Test func `the POS API's own damaged example yields all its values`() throws {
        let fixture = try LicenceFixture.named("v132")
        let record = try #require(fixture.outcome.record)
        #expect(License(record).differences(from: fixture.expected) == [])
        #expect(License(record).issuer?.code == "QC")
        #expect(record.findings.contains { if case .lengthMismatch = $0 { true } else { false } })
        #expect(record.findings.contains { if case .mended = $0 { true } else { false } })
    }

    @Test func `a record that ends in the middle of an element is truncated`() throws {
        let fixture = try LicenceFixture.named("v118")
        #expect(fixture.outcome.error == .truncated(received: 153, expected: 319))
    }

    @Test func `a control byte within a name leaves that name in doubt`() throws {
        let record = try #require(try LicenceFixture.named("v119").outcome.record)
        #expect(record.findings.contains(.doubtful(ElementID("DCS"), .controlCharacters, at: 75)))
    }
}
