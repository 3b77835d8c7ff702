import Testing

@testable import Scanning

@Suite struct SipHashTests {
    /// From the reference implementation's vectors: key 00 to 0F, input 00, 01, … of the given length.
    private static let vectors: [(UInt8, UInt64)] = [
        (0, 0x726F_DB47_DD0E_0E31), (1, 0x74F8_39C5_93DC_67FD), (8, 0x93F5_F579_9A93_2462),
        (15, 0xA129_CA61_49BE_45E5),
    ]

    @Test(arguments: vectors)
    func `it is SipHash-2-4`(_ length: UInt8, _ expected: UInt64) {
        var hash = SipHash(key: SipHash.Key(low: 0x0706_0504_0302_0100, high: 0x0F0E_0D0C_0B0A_0908))
        hash.combine(0..<length)
        #expect(hash.finish() == expected)
    }
}
