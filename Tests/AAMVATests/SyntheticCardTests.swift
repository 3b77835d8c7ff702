import AAMVA
import SyntheticLicenses
import Testing

/// Cards made up at random, intact: what was written is what is read.
@Suite struct SyntheticCardTests {
    /// What differs from what was written, findings and all, with what shows the case again.
    private func difference(_ card: Card, seed: UInt64) -> String? {
        guard let record = RecordDecoder.decode(card.payload).record else {
            return "seed \(seed), \(card): no record"
        }
        let keys = License(record).cardValues.differingKeys(from: card.expected)
        guard !keys.isEmpty || !record.findings.isEmpty else { return nil }
        return "seed \(seed), \(card): \(keys), \(record.findings)"
    }

    @Test(arguments: Issuer.all)
    func `every version of every issuer's card is read as it was written`(_ issuer: Issuer) {
        let failures = (1...11).flatMap { version in
            PropertyRounds.seeds(upTo: 2).compactMap { seed in
                difference(Card(seed: seed, issuer: issuer, version: version), seed: seed)
            }
        }
        #expect(failures.prefix(5) == [])
    }

    @Test(arguments: PropertyRounds.parts(upTo: 400))
    func `a stripe is read as it was written`(_ seeds: Range<UInt64>) {
        let failures = seeds.compactMap { difference(Card(stripe: $0), seed: $0) }
        #expect(failures.prefix(5) == [])
    }
}
