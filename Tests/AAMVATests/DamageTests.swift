import AAMVA
import SyntheticLicenses
import Testing

/// Every fixture, damaged in every place. That each decode returns is the first claim: nothing traps.
@Suite struct DamageTests {
    /// What a till would see of a person.
    private func values(_ record: Record) -> [String: String] { License(record).values }

    /// Whether a reading is no worse than saying so: refused, or of the same values, or with a finding.
    private func isHonest(_ outcome: RecordDecoder.Outcome, _ original: [String: String]) -> Bool {
        outcome.results.allSatisfy { result in
            guard case .success(let record) = result else { return true }
            let license = License(record)
            return !record.findings.isEmpty || !license.unreadableDates.isEmpty || license.values == original
        }
    }

    /// The places at which `damage` leads to something worse than an honest reading.
    private func dishonest(
        _ fixture: LicenceFixture, _ damage: (inout [UInt8], Int) -> Void
    ) throws -> [Int] {
        let original = values(try #require(fixture.outcome.record))
        return fixture.payload.indices.filter { place in
            var payload = fixture.payload
            damage(&payload, place)
            return !isHonest(RecordDecoder.decode(payload), original)
        }
    }

    @Test(arguments: LicenceFixture.shapes)
    func `a prefix never yields a shorter person in silence`(_ fixture: LicenceFixture) throws {
        #expect(try dishonest(fixture) { payload, place in payload.removeSubrange(place...) } == [])
    }

    /// The last bytes apart: they are a jurisdiction's, and two of them may be separators.
    @Test(arguments: ["v002", "v006", "v008", "v009", "v029", "v040", "v090", "v093", "v109", "v120", "v122"])
    func `a part of a record is no record without a word, where its directory is right`(_ id: String) throws {
        let payload = try LicenceFixture.named(id).payload
        let end = try #require(payload.lastIndex { $0 != 0x0D && $0 != 0x0A })
        let records = payload.indices[..<(end - 3)].filter { place in
            let record = RecordDecoder.decode(Array(payload[..<place])).record
            return record.map { !$0.findings.contains(.doubtful(ElementID("DCU"), .endsEarly, at: place)) }
                ?? false
        }
        #expect(records == [])
    }

    @Test(arguments: LicenceFixture.shapes, [0x00, 0xFF, 0x0A, 0x0D] as [UInt8])
    func `an overwritten byte never changes a value in silence`(_ fixture: LicenceFixture, _ byte: UInt8)
        throws
    {
        #expect(try dishonest(fixture) { payload, place in payload[place] = byte } == [])
    }

    @Test(arguments: LicenceFixture.shapes.filter { $0.payload.first == UInt8(ascii: "@") })
    func `a lost byte never changes a value in silence`(_ fixture: LicenceFixture) throws {
        #expect(try dishonest(fixture) { payload, place in payload.remove(at: place) } == [])
    }

    @Test(arguments: LicenceFixture.shapes.filter { $0.payload.first == UInt8(ascii: "@") })
    func `a doubled byte never changes a value in silence`(_ fixture: LicenceFixture) throws {
        #expect(try dishonest(fixture) { payload, place in payload.insert(payload[place], at: place) } == [])
    }

    @Test(arguments: ["v027", "v066", "v069", "v075", "v077"])
    func `a stripe's lost byte outside its name and street shows`(_ id: String) throws {
        let fixture = try LicenceFixture.named(id)
        let record = try #require(fixture.outcome.record)
        let unknowable = ["DCS", "DCT", "DAG", "DAH"].compactMap { code in
            record.elements.first { $0.id.code == code }?.value
        }
        let places = try dishonest(fixture) { payload, place in payload.remove(at: place) }
        #expect(places.filter { place in !unknowable.contains { $0.contains(place) } } == [])
    }

    @Test(arguments: LicenceFixture.damaged)
    func `a damaged payload may end anywhere`(_ fixture: LicenceFixture) {
        for end in fixture.payload.indices {
            let outcome = RecordDecoder.decode(Array(fixture.payload[..<end]))
            #expect(isInBounds(outcome), "cut at \(end)")
        }
    }

    @Test(arguments: LicenceFixture.damaged)
    func `a damaged payload may be damaged further`(_ fixture: LicenceFixture) {
        for place in fixture.payload.indices {
            var payload = fixture.payload
            payload[place] = UInt8(ascii: "D")
            #expect(isInBounds(RecordDecoder.decode(payload)), "byte \(place)")
        }
    }

    /// A quarter of the places and one value each; with more rounds, every place and as many values, up to all.
    @Test(arguments: LicenceFixture.all)
    func `any payload with any one byte changed ends in a result`(_ fixture: LicenceFixture) {
        let rounds = PropertyRounds.factor
        var random = SplitMix64(seed: UInt64(fixture.payload.count))
        for place in fixture.payload.indices where rounds > 1 || place % 4 == fixture.payload.count % 4 {
            let values = Array(0...255 as ClosedRange<UInt8>).shuffled(using: &random)
            for value in values.prefix(Int(clamping: rounds)) {
                var payload = fixture.payload
                payload[place] = value
                #expect(isInBounds(RecordDecoder.decode(payload)), "byte \(place) as \(value)")
            }
        }
    }

    /// Whether every element lies in its record; reading its values must not trap either.
    private func isInBounds(_ outcome: RecordDecoder.Outcome) -> Bool {
        outcome.results.allSatisfy { result in
            guard case .success(let record) = result else { return true }
            let lies = record.elements.allSatisfy { $0.value.upperBound <= record.bytes.count }
            return lies && License(record).values.count == 13
        }
    }
}
