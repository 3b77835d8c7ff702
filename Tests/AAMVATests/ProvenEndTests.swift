import AAMVA
import Testing

@Suite struct ProvenEndTests {
    /// After how many bytes the end was proven.
    private func provenEnd(of payload: [UInt8]) -> Int? {
        var decoder = RecordDecoder()
        for (index, byte) in payload.enumerated() {
            _ = decoder.push([byte])
            if decoder.isComplete { return index + 1 }
        }
        return nil
    }

    /// Intact fixtures whose directory's end is the record's to within two bytes; and whole stripes.
    private static let provable = LicenceFixture.intact.filter { fixture in
        !["v036", "v046", "v091"].contains(fixture.id)
    }

    @Test(arguments: provable)
    func `a whole record is complete at its last byte and not before`(_ fixture: LicenceFixture) {
        let end = provenEnd(of: fixture.payload)
        #expect(end == ProvenEndTests.lastByte(of: fixture.payload))
    }

    /// The record's end: line ends after its closing CR are the scanner's, and a stripe ends as it ends.
    private static func lastByte(of payload: [UInt8]) -> Int {
        var end = payload.count
        if payload.suffix(3) == [0x0D, 0x0D, 0x0A] { end -= 2 }
        return end
    }

    @Test(arguments: ["v036", "v046", "v091"])
    func `a directory that is off by more than two bytes proves nothing`(_ id: String) throws {
        #expect(provenEnd(of: try LicenceFixture.named(id).payload) == nil)
    }

    @Test(arguments: ["v110", "v111", "v112", "v115", "v116", "v118", "v127"])
    func `other separators than the standard's prove nothing, but a stripe's tracks do`(_ id: String) throws {
        let payload = try LicenceFixture.named(id).payload
        #expect(provenEnd(of: payload) == (id == "v127" ? payload.count - 1 : nil))
    }

    @Test func `a question mark in a stripe's security field is not its end`() throws {
        var payload = try LicenceFixture.named("v066").payload
        payload[payload.count - 4] = UInt8(ascii: "?")
        #expect(provenEnd(of: payload) == payload.count)
    }

    @Test func `bytes behind a proven end are left to the next scan`() throws {
        let payload = try LicenceFixture.named("v109").payload
        var decoder = RecordDecoder()
        let taken = decoder.push(payload + [0x0D, 0x0A])
        #expect(taken == payload.count)
        let more = decoder.push([0x0D, 0x0A])
        #expect(more == 0)
    }

    @Test func `a scan longer than any licence is too long, and the next one starts anew`() throws {
        var decoder = RecordDecoder()
        let taken = decoder.push([UInt8](repeating: UInt8(ascii: "7"), count: 10_000))
        #expect(taken == RecordDecoder.limit)
        #expect(decoder.finish().error == .tooLong(received: 8192, limit: 8192))
        _ = decoder.push(try LicenceFixture.named("v002").payload)
        #expect(decoder.isComplete)
    }
}
