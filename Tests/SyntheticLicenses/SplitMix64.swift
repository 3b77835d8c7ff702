/// Random numbers that are the same each time for a seed, so that a failure can be seen again.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}

extension SplitMix64 {
    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &self)]
    }

    /// True once in `count` times.
    mutating func isOnce(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

    /// So many digits, the first of which is no zero.
    mutating func digits(_ count: Int) -> String {
        (0..<count).map { "\(Int.random(in: $0 == 0 ? 1...9 : 0...9, using: &self))" }.joined()
    }

    mutating func letters(_ count: Int) -> String {
        (0..<count).map { _ in one(of: Array("ABCDEFGHJKLMNPRSTVWXYZ").map(String.init)) }.joined()
    }
}
