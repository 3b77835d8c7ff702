import SyntheticLicenses

/// How an input is cut: at random, but by its own bytes, so that the same input is always cut the same.
struct Chunks {
    private var random: SplitMix64
    private let longest: Int

    init(_ input: [UInt8]) {
        // FNV-1a.
        let hash = input.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        random = SplitMix64(seed: hash)
        longest = [1, 5, 64, 1000, 70_000].randomElement(using: &random) ?? 1
    }

    mutating func next(of rest: ArraySlice<UInt8>) -> [UInt8] {
        Array(rest.prefix(Int.random(in: 1...longest, using: &random)))
    }

    mutating func all(of bytes: [UInt8]) -> [[UInt8]] {
        var chunks: [[UInt8]] = []
        var cut = 0
        while cut < bytes.count {
            chunks.append(next(of: bytes[cut...]))
            cut += chunks[chunks.count - 1].count
        }
        return chunks
    }

    /// Milliseconds of silence: none most often, less than ends a scan, or more.
    mutating func pause() -> Int {
        [0, 0, 0, 0, 1, 40, 120, 900].randomElement(using: &random) ?? 0
    }
}
