/// Eight bytes at once: what tells that a value is beyond doubt, without a look at each of its bytes.
extension Span<UInt8> {
    /// Whether there are ASCII letters and blanks only.
    @inline(__always)
    func isWords(_ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound {
            guard lastBytes(of: range.lowerBound..<end).areLettersAndBlanks else { return false }
            end &-= 8
        }
        return true
    }

    /// Whether there is a `D` and a letter behind it that may be an identifier's second, `A` to `G` at the most. Where there
    /// is none, no element of the standard's stands in the range.
    @inline(__always)
    func mayHoldElement(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            guard index &+ 9 <= count else { return mayHoldElement(bytewise: index..<range.upperBound) }
            // Zero for a byte that is the first of such a pair.
            let pairs =
                (littleEndian(at: index) ^ UInt64(repeating: UInt8(ascii: "D")))
                | (littleEndian(at: index &+ 1) & UInt64(repeating: 0xF8) ^ UInt64(repeating: 0x40))
            // The last byte has none behind it.
            let left = Swift.min(range.upperBound &- index &- 1, 8)
            if pairs.zeros.lowest(left) != 0 { return true }
            index &+= 8
        }
        return false
    }

    private func mayHoldElement(bytewise range: Range<Int>) -> Bool {
        range.dropLast().contains { self[$0] == UInt8(ascii: "D") && self[$0 + 1] & 0xF8 == 0x40 }
    }

    /// Whether there is printable ASCII only, and no blank behind another.
    @inline(__always)
    func isFolded(_ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound {
            let missing = Swift.max(8 - (end - range.lowerBound), 0)
            let word = lastBytes(of: range.lowerBound..<end) | UInt64(repeating: 0x7E).lowest(missing)
            guard word.isFolded else { return isFolded(bytewise: range) }
            // Words share a byte, so that any two neighbours stand in one of them.
            end -= end - range.lowerBound > 8 ? 7 : 8
        }
        return true
    }

    private func isFolded(bytewise range: Range<Int>) -> Bool {
        var wasBlank = false
        for index in range {
            let isBlank = self[index] == Byte.space
            guard self[index].isPrintableASCII, !(isBlank && wasBlank) else { return false }
            wasBlank = isBlank
        }
        return true
    }

    /// The three bytes at a place as an identifier, which there is a byte behind.
    @inline(__always)
    func element(inFourAt place: Int) -> ElementID {
        assert(place >= 0 && place &+ 4 <= count)
        let word = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt32.self)
        return ElementID(packed: UInt32(bigEndian: word) >> 8)
    }

    /// The last eight bytes of a range, the last one in the highest bits; or as many as it has, with zeros below them.
    @inline(__always)
    private func lastBytes(of range: Range<Int>) -> UInt64 {
        assert(range.upperBound <= count)
        let length = range.upperBound &- range.lowerBound
        let missing = UInt64(truncatingIfNeeded: 8 &* Swift.max(8 &- length, 0))
        guard range.upperBound >= 8 else {
            return range.reversed().reduce(0) { $0 << 8 | UInt64(self[$1]) } &<< missing
        }
        return littleEndian(at: range.upperBound &- 8) & UInt64.max &<< missing
    }

    /// - Precondition: eight bytes are there.
    @inline(__always)
    private func littleEndian(at place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
    }
}

extension UInt64 {
    /// Eight times the byte.
    fileprivate init(repeating byte: UInt8) { self = 0x0101_0101_0101_0101 &* UInt64(byte) }

    /// The high bit of each byte that is zero, and perhaps of some above such a one.
    fileprivate var zeros: UInt64 { (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 }

    /// So many of its bytes from the lowest on.
    fileprivate func lowest(_ count: Int) -> UInt64 {
        count < 8 ? self & ~(UInt64.max &<< UInt64(truncatingIfNeeded: 8 &* count)) : self
    }

    /// Whether each byte is printable ASCII and no blank stands behind another. Not told of some with an exclamation mark
    /// behind a blank.
    fileprivate var isFolded: Bool {
        let blanks = (self ^ UInt64(repeating: Byte.space)).zeros
        return areAllPrintable && blanks & blanks << 8 == 0
    }

    /// Whether each byte is an ASCII letter, a blank or zero.
    fileprivate var areLettersAndBlanks: Bool {
        guard self & 0x8080_8080_8080_8080 == 0 else { return false }
        let lower = self | 0x2020_2020_2020_2020
        // Sums of seven bits, whose high bit says whether a byte is at least `a`, above `z`, or other than a blank.
        let isLetter = (lower &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lower &+ 0x0505_0505_0505_0505)
        let isOther = (lower ^ 0x2020_2020_2020_2020) &+ 0x7F7F_7F7F_7F7F_7F7F
        return (isLetter | ~isOther) & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
    }
}
