import AAMVA
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

    @Test(arguments: LicenceFixture.intact)
    func `a prefix never yields a shorter person in silence`(_ fixture: LicenceFixture) throws {
        let original = values(try #require(fixture.outcome.record))
        for end in fixture.payload.indices {
            let outcome = RecordDecoder.decode(Array(fixture.payload[..<end]))
            #expect(isHonest(outcome, original), "cut at \(end)")
        }
    }

    @Test(arguments: LicenceFixture.damaged)
    func `a damaged payload may end anywhere`(_ fixture: LicenceFixture) {
        for end in fixture.payload.indices {
            for case .success(let record) in RecordDecoder.decode(Array(fixture.payload[..<end])).results {
                #expect(License(record).values.count == 13)
            }
        }
    }

    @Test(arguments: LicenceFixture.intact, [0x00, 0xFF, 0x0A, 0x0D] as [UInt8])
    func `an overwritten byte never changes a value in silence`(_ fixture: LicenceFixture, _ byte: UInt8) throws {
        let original = values(try #require(fixture.outcome.record))
        for place in fixture.payload.indices {
            var payload = fixture.payload
            payload[place] = byte
            #expect(isHonest(RecordDecoder.decode(payload), original), "byte \(place)")
        }
    }

    @Test(arguments: LicenceFixture.intact.filter { $0.payload.first == UInt8(ascii: "@") })
    func `a lost or doubled byte never changes a value in silence`(_ fixture: LicenceFixture) throws {
        let original = values(try #require(fixture.outcome.record))
        for place in fixture.payload.indices {
            var shorter = fixture.payload
            shorter.remove(at: place)
            #expect(isHonest(RecordDecoder.decode(shorter), original), "byte \(place) lost")
            var longer = fixture.payload
            longer.insert(longer[place], at: place)
            #expect(isHonest(RecordDecoder.decode(longer), original), "byte \(place) doubled")
        }
    }

    @Test(arguments: LicenceFixture.all, [UInt8(ascii: "D"), UInt8(ascii: "?"), 0x1E, 0xC3] as [UInt8])
    func `any overwritten byte ends in a result`(_ fixture: LicenceFixture, _ byte: UInt8) {
        for place in fixture.payload.indices {
            var payload = fixture.payload
            payload[place] = byte
            for case .success(let record) in RecordDecoder.decode(payload).results {
                #expect(record.elements.allSatisfy { $0.value.upperBound <= record.bytes.count })
            }
        }
    }

    @Test(arguments: ["v027", "v066", "v069", "v075", "v077"])
    func `a stripe's lost byte outside its name and street shows`(_ id: String) throws {
        let fixture = try LicenceFixture.named(id)
        let record = try #require(fixture.outcome.record)
        let original = values(record)
        let unknowable = ["DCS", "DCT", "DAG", "DAH"].compactMap { code in
            record.elements.first { $0.id.code == code }?.value
        }
        for place in fixture.payload.indices where !unknowable.contains(where: { $0.contains(place) }) {
            var payload = fixture.payload
            payload.remove(at: place)
            #expect(isHonest(RecordDecoder.decode(payload), original), "byte \(place) lost")
        }
    }
}
