import AAMVA
import Testing

/// A record that was cut, and then the CR that many scanners add to each scan: it looks like the record's own end.
@Suite struct CutBeforeSuffixTests {
    @Test(
        arguments: LicenceFixture.shapes.filter { $0.payload.first == UInt8(ascii: "@") },
        [[0x0D], [0x0D, 0x0A]] as [[UInt8]])
    func `is no shorter person`(_ fixture: LicenceFixture, _ suffix: [UInt8]) throws {
        let whole = License(try #require(fixture.outcome.record)).values
        let shorter = fixture.payload.indices.filter { place in
            let outcome = RecordDecoder.decode(Array(fixture.payload[..<place]) + suffix)
            guard let record = outcome.record else { return false }
            let isTold = record.findings.contains { finding in
                if case .doubtful = finding { true } else { false }
            }
            let license = License(record)
            // Without a birth date there is no person at all.
            return !isTold && license.birthDate != nil && license.values != whole
        }
        #expect(shorter == [])
    }
}
