/// A keyed hash of bytes, 64 bits wide, that can't be turned round without the key.
///
/// Scans are compared by it, so that no card's content has to be kept for the comparison.
///
/// Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF"; two rounds a word, four at the end (SipHash-2-4).
struct SipHash {
    /// 128 bits, chosen anew at each start of the daemon.
    struct Key: Hashable, Sendable {
        var low: UInt64
        var high: UInt64
    }

    private var v0: UInt64
    private var v1: UInt64
    private var v2: UInt64
    private var v3: UInt64
    /// The bytes that don't fill a word yet, the first in the lowest bits.
    private var word: UInt64 = 0
    private var count: UInt64 = 0

    init(key: Key) {
        v0 = key.low ^ 0x736F_6D65_7073_6575
        v1 = key.high ^ 0x646F_7261_6E64_6F6D
        v2 = key.low ^ 0x6C79_6765_6E65_7261
        v3 = key.high ^ 0x7465_6462_7974_6573
    }

    mutating func combine(_ byte: UInt8) {
        word |= UInt64(byte) << (count % 8 * 8)
        count += 1
        if count % 8 == 0 {
            absorb(word)
            word = 0
        }
    }

    mutating func combine(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { combine(byte) }
    }

    consuming func finish() -> UInt64 {
        absorb(word | count << 56)
        v2 ^= 0xFF
        for _ in 0..<4 { round() }
        return v0 ^ v1 ^ v2 ^ v3
    }

    private mutating func absorb(_ word: UInt64) {
        v3 ^= word
        round()
        round()
        v0 ^= word
    }

    private mutating func round() {
        v0 &+= v1
        v2 &+= v3
        v1 = v1.rotated(by: 13) ^ v0
        v3 = v3.rotated(by: 16) ^ v2
        v0 = v0.rotated(by: 32)
        v2 &+= v1
        v0 &+= v3
        v1 = v1.rotated(by: 17) ^ v2
        v3 = v3.rotated(by: 21) ^ v0
        v2 = v2.rotated(by: 32)
    }
}

extension UInt64 {
    fileprivate func rotated(by bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}
