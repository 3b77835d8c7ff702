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

    /// What the result depends on is compared, not the result, which `byte by byte` does: that is 40,000 splits.
    @Test(arguments: LicenceFixture.all)
    func `what was taken and what is known of it is the same wherever the bytes are split`(
        _ fixture: LicenceFixture
    ) {
        var whole = RecordDecoder()
        _ = whole.push(fixture.payload)
        let differing = fixture.payload.indices.filter { split in
            var parts = RecordDecoder()
            _ = parts.push(Array(fixture.payload[..<split]))
            _ = parts.push(Array(fixture.payload[split...]))
            return parts.bytes != whole.bytes || parts.isComplete != whole.isComplete
                || parts.recognition != whole.recognition
        }
        #expect(differing == [])
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
