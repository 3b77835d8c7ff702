import AAMVA
import SyntheticLicenses
import Testing

/// Made-up cards, each with one damage.
///
/// A failure names the seed and the damage: `DamagedCard(seed: 7, damage: .cut)` is that card again.
@Suite struct SyntheticDamageTests {
    @Test(arguments: Damage.allCases)
    func `a damaged card's values are right, or absent, or its findings name them`(_ damage: Damage) {
        let failures = PropertyRounds.seeds(upTo: 150).compactMap { seed in
            let damaged = DamagedCard(seed: seed, damage: damage)
            let wrong = damaged.silentlyWrong(RecordDecoder.decode(damaged.payload))
            return wrong.isEmpty ? nil : "\(damaged): \(wrong)"
        }
        #expect(failures.prefix(5) == [])
    }

    /// A stripe's third track is missing on some readers, so a stripe without it is told of, and no error.
    @Test(arguments: PropertyRounds.parts(upTo: 1200))
    func `a card that was cut is an error, never a shorter person`(_ seeds: Range<UInt64>) {
        let failures = seeds.compactMap { seed in
            let damaged = DamagedCard(seed: seed, damage: .cut)
            guard let record = RecordDecoder.decode(damaged.payload).record else { return nil as String? }
            let differing = License(record).cardValues.differingKeys(from: damaged.card.expected)
            let isTold = damaged.card.layout == nil && !record.findings.isEmpty
            return differing.isEmpty || isTold ? nil : "\(damaged): \(differing)"
        }
        #expect(failures.prefix(5) == [])
    }

    @Test(arguments: Damage.allCases.filter(\.isHarmless))
    func `damage that touches nothing of the person loses nothing`(_ damage: Damage) {
        let failures = PropertyRounds.seeds(upTo: 150).compactMap { seed in
            let damaged = DamagedCard(seed: seed, damage: damage)
            let record = RecordDecoder.decode(damaged.payload).record
            let differing = record.map { License($0).cardValues.differingKeys(from: damaged.card.expected) }
            return differing == [] ? nil : "\(damaged): \(differing ?? ["no record"])"
        }
        #expect(failures.prefix(5) == [])
    }
}
