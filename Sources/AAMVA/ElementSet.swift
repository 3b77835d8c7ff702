/// A set of the standard's elements, `DAA` to `DDZ`.
struct ElementSet {
    /// A word for each second letter, `A` to `D`, and a bit of it for each third one.
    private var words = InlineArray<4, UInt32>(repeating: 0)

    init() {}

    /// A set of constants is a constant.
    ///
    /// - Precondition: every one is of the standard's.
    @inline(__always)
    init<let count: Int>(_ ids: [count of ElementID]) {
        for index in ids.indices {
            precondition(ids[index].place != nil, "an unknown element")
            insert(ids[index])
        }
    }

    @inline(__always)
    func contains(_ id: ElementID) -> Bool {
        guard let place = id.place else { return false }
        return words[place.word] & place.bit != 0
    }

    /// - Returns: whether it wasn't there yet; always for one that no set holds.
    @inline(__always)
    @discardableResult
    mutating func insert(_ id: ElementID) -> Bool {
        guard let place = id.place else { return true }
        let word = words[place.word]
        words[place.word] = word | place.bit
        return word & place.bit == 0
    }

    func isSuperset(of other: ElementSet) -> Bool {
        words.indices.allSatisfy { words[$0] & other.words[$0] == other.words[$0] }
    }

    func isDisjoint(with other: ElementSet) -> Bool {
        words.indices.allSatisfy { words[$0] & other.words[$0] == 0 }
    }
}

extension ElementID {
    /// Where a set has the element; `nil` outside the four groups of letters.
    @inline(__always)
    fileprivate var place: (word: Int, bit: UInt32)? {
        let letters = packed &- 0x44_4140
        guard letters & ~0x31F == 0 else { return nil }
        return (Int(letters >> 8), 1 &<< (letters & 0x1F))
    }
}
