import AAMVA
import Testing

@Suite struct ChunkingTests {
    /// What comes out of chunks, up to the first proven end or the last byte, and how many bytes that took.
    private func decode(_ chunks: [ArraySlice<UInt8>]) -> (outcome: RecordDecoder.Outcome, taken: Int) {
        var decoder = RecordDecoder()
        var taken = 0
        for chunk in chunks where !decoder.isComplete { taken += decoder.push(Array(chunk)) }
        return (decoder.finish(), taken)
    }

    @Test(arguments: LicenceFixture.all)
    func `the result is the same wherever the bytes are split in two`(_ fixture: LicenceFixture) {
        let whole = decode([fixture.payload[...]])
        for split in fixture.payload.indices {
            let parts = decode([fixture.payload[..<split], fixture.payload[split...]])
            #expect(parts.taken == whole.taken && parts.outcome.isSame(as: whole.outcome), "split at \(split)")
        }
    }

    @Test(arguments: LicenceFixture.all)
    func `the result is the same byte by byte`(_ fixture: LicenceFixture) {
        let whole = decode([fixture.payload[...]])
        let parts = decode(fixture.payload.indices.map { fixture.payload[$0...$0] })
        #expect(parts.taken == whole.taken)
        #expect(parts.outcome.isSame(as: whole.outcome))
    }

    @Test(arguments: LicenceFixture.intact)
    func `recognition is the same byte by byte`(_ fixture: LicenceFixture) {
        var whole = RecordDecoder()
        _ = whole.push(fixture.payload)
        var parts = RecordDecoder()
        for byte in fixture.payload { _ = parts.push([byte]) }
        #expect(whole.recognition == .licence)
        #expect(parts.recognition == .licence)
    }
}
