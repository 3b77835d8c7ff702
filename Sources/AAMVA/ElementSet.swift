/// A set of the standard's elements, `DAA` to `DDZ`.
struct ElementSet {
    /// A bit by the second letter and the third.
    private var bits: UInt128 = 0

    init() {}

    /// A set of constants is a constant.
    ///
    /// - Precondition: every one is of the standard's.
    @inline(__always)
    init<let count: Int>(_ ids: [count of ElementID]) {
        for index in ids.indices {
            precondition(Self.bit(of: ids[index]) != 0, "an unknown element")
            insert(ids[index])
        }
    }

    @inline(__always)
    func contains(_ id: ElementID) -> Bool { bits & Self.bit(of: id) != 0 }

    /// - Returns: whether it wasn't there yet; always for one that no set holds.
    @inline(__always)
    @discardableResult
    mutating func insert(_ id: ElementID) -> Bool {
        let isNew = !contains(id)
        bits |= Self.bit(of: id)
        return isNew
    }

    func isSuperset(of other: ElementSet) -> Bool { bits & other.bits == other.bits }

    func isDisjoint(with other: ElementSet) -> Bool { bits & other.bits == 0 }

    /// 0 for an identifier outside the four groups of letters.
    @inline(__always)
    private static func bit(of id: ElementID) -> UInt128 {
        // Two bits of the second letter, five of the third.
        let letters = id.packed &- 0x44_4140
        guard letters & ~0x31F == 0 else { return 0 }
        return 1 &<< UInt128(truncatingIfNeeded: letters >> 3 & 0x60 | letters & 0x1F)
    }
}
