import AAMVA
import SyntheticLicenses
import Testing

/// Made-up cards as they arrive: in pieces, and several at a time.
@Suite struct SyntheticStreamTests {
    /// What comes out of chunks of random lengths, up to the first proven end, and how many bytes that took.
    private func decode(
        _ payload: [UInt8], longest: Int, using random: inout SplitMix64
    ) -> (outcome: RecordDecoder.Outcome, taken: Int) {
        var decoder = RecordDecoder()
        var taken = 0
        while taken < payload.count, !decoder.isComplete {
            let end = min(payload.count, taken + Int.random(in: 1...longest, using: &random))
            taken += decoder.push(Array(payload[taken..<end]))
        }
        return (decoder.finish(), taken)
    }

    @Test(arguments: Damage.allCases)
    func `a damaged card comes out the same however it is split`(_ damage: Damage) {
        let failures = PropertyRounds.seeds(upTo: 40).compactMap { seed in
            let damaged = DamagedCard(seed: seed, damage: damage)
            var random = SplitMix64(seed: seed)
            let whole = decode(damaged.payload, longest: 1, using: &random)
            let isSame = [3, 40, 600].allSatisfy { longest in
                let parts = decode(damaged.payload, longest: longest, using: &random)
                return parts.taken == whole.taken && parts.outcome.isSame(as: whole.outcome)
            }
            return isSame ? nil : "\(damaged)"
        }
        #expect(failures.prefix(5) == [])
    }

    @Test(arguments: PropertyRounds.parts(upTo: 400))
    func `a whole record comes out at its last byte, whatever follows`(_ seeds: Range<UInt64>) {
        let failures = seeds.compactMap { seed -> String? in
            let card = Card(seed: seed)
            var random = SplitMix64(seed: seed)
            let suffix = ([0x0D, 0x0A, 0x04, 0x40] as [UInt8]).prefix(Int.random(in: 0...4, using: &random))
            let longest = [1, 7, 64, 2000][Int.random(in: 0..<4, using: &random)]
            let result = decode(card.payload + suffix, longest: longest, using: &random)
            guard let record = result.outcome.record else { return "seed \(seed), \(card): no record" }
            let differing = License(record).cardValues.differingKeys(from: card.expected)
            return differing.isEmpty && result.taken == card.payload.count
                ? nil : "seed \(seed), \(card): \(result.taken) of \(card.payload.count), \(differing)"
        }
        #expect(failures.prefix(5) == [])
    }

    @Test(arguments: PropertyRounds.parts(upTo: 400))
    func `joined records come out one by one, each of one holder`(_ seeds: Range<UInt64>) {
        let failures = seeds.compactMap { seed -> String? in
            let cards = (0..<UInt64(2 + seed % 3)).map { Card(seed: seed &* 4 &+ $0) }
            let results = RecordDecoder.decode(cards.flatMap(\.payload)).results
            let values = results.map { result in (try? result.get()).map { License($0).cardValues } }
            return values == cards.map { $0.expected } ? nil : "seed \(seed): \(cards), \(results)"
        }
        #expect(failures.prefix(5) == [])
    }

    /// The first of two, damaged in any way, takes nothing of the second.
    @Test(arguments: Damage.allCases.filter { $0 != .lostStart })
    func `a damaged record is never mixed with the one behind it`(_ damage: Damage) {
        let failures = PropertyRounds.seeds(upTo: 60).compactMap { seed -> String? in
            let first = DamagedCard(seed: seed, damage: damage)
            let second = Card(seed: ~seed)
            let outcome = RecordDecoder.decode(first.payload + second.payload)
            guard let last = outcome.results.last, case .success(let record) = last else { return nil }
            let values = License(record).cardValues
            let mixed = values.differingKeys(from: second.expected).filter {
                values[$0] != "" && !record.isTold(of: $0)
            }
            return mixed.isEmpty ? nil : "\(first), then \(second): \(mixed)"
        }
        #expect(failures.prefix(5) == [])
    }
}
