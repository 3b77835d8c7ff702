extension Span<UInt8> {
    /// A number of fixed width; `nil` where there is another byte than a digit, or the end.
    @inline(__always)
    func number(_ start: Int, digits: Int) -> Int? {
        guard start >= 0, start + digits <= count else { return nil }
        var number = 0
        for index in start..<start + digits {
            guard self[index].isDigit else { return nil }
            number = number &* 10 &+ self[index].digitValue
        }
        return number
    }

    /// The same of eight digits.
    @inline(__always)
    func eightDigits(_ start: Int) -> Int? {
        guard start >= 0, start + 8 <= count else { return nil }
        let word = bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
        return UInt64(littleEndian: word).digits.map { Int($0) }
    }

    /// A whole subfile designator: two letters and eight digits.
    func designator(at start: Int) -> SubfileDesignator? {
        guard start + 10 <= count, self[start].isLetter, self[start + 1].isLetter,
            let place = eightDigits(start + 2)
        else { return nil }
        let type = SubfileType(self[start].uppercased, self[start + 1].uppercased)
        return SubfileDesignator(type: type, offset: place / 10_000, length: place % 10_000)
    }

    /// Whether the bytes at `start` spell `text`, upper or lower case.
    func spells(_ text: StaticString, at start: Int) -> Bool {
        guard start >= 0, start + text.utf8CodeUnitCount <= count else { return false }
        for index in 0..<text.utf8CodeUnitCount where self[start + index].uppercased != text.utf8Start[index]
        {
            return false
        }
        return true
    }

    /// Whether the bytes at `start` are `text`.
    func begins(with text: String, at start: Int) -> Bool {
        let text = text.utf8.span
        guard start + text.count <= count else { return false }
        for index in text.indices where self[start + index] != text[index] { return false }
        return true
    }

    /// `range` without blanks and controls at both ends.
    @inline(__always)
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return range }
        let isPadded = self[first].isBlankOrControl || self[last].isBlankOrControl
        return isPadded ? withoutPadding(range) : range
    }

    private func withoutPadding(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, self[lower].isBlankOrControl { lower += 1 }
        while lower < upper, self[upper - 1].isBlankOrControl { upper -= 1 }
        return lower..<upper
    }

    /// `range` without blanks at both ends.
    func trimmedBlanks(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, self[lower] == Byte.space { lower += 1 }
        while lower < upper, self[upper - 1] == Byte.space { upper -= 1 }
        return lower..<upper
    }

    /// The first place from `start` on whose byte isn't printable ASCII; `end` where there is none before it.
    ///
    /// - Precondition: both lie within the bytes.
    @inline(__always)
    func endOfPrintable(from start: Int, to end: Int) -> Int {
        assert(start >= 0 && end <= count)
        var index = start
        while end &- index >= 8 {
            let word = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            let marks = UInt64(littleEndian: word).firstUnprintable
            if marks != 0 { return index &+ marks.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < end, self[index].isPrintableASCII { index += 1 }
        return index
    }

    /// Calls `body` with each place from `start` on whose byte isn't printable ASCII, until it returns `false`.
    @inline(__always)
    func visitUnprintable(from start: Int, _ body: (Int) -> Bool) {
        assert(start >= 0)
        var index = start
        while count &- index >= 8 {
            let word = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            var marks = UInt64(littleEndian: word).unprintable
            while marks != 0 {
                guard body(index &+ marks.trailingZeroBitCount / 8) else { return }
                marks &= marks &- 1
            }
            index &+= 8
        }
        while index < count {
            guard self[index].isPrintableASCII || body(index) else { return }
            index += 1
        }
    }

    /// Whether a value is a single letter or digit, or nothing.
    func isMark(_ value: Range<Int>) -> Bool {
        guard let first = value.first else { return true }
        return value.count == 1 && (self[first].isLetter || self[first].isDigit)
    }

    /// How many digits stand at `start` in a row.
    func digitRun(at start: Int) -> Int {
        var end = start
        while end &+ 8 <= count {
            let word = bytes.unsafeLoadUnaligned(fromByteOffset: end, as: UInt64.self)
            let others = UInt64(littleEndian: word).others
            if others != 0 { return end &- start &+ others.trailingZeroBitCount / 8 }
            end &+= 8
        }
        while end < count, self[end].isDigit { end &+= 1 }
        return end &- start
    }
}

extension Span<UInt8> {
    func isEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count where self[left.lowerBound + offset] != self[right.lowerBound + offset] {
            return false
        }
        return true
    }

    /// The first byte that no text holds: a control, or above ASCII what is neither UTF-8 nor an ISO 8859-1 letter.
    ///
    /// 0xFF, a letter in ISO 8859-1, counts as damage: no name here has it, and lines at rest and broken ones send it.
    func firstDamage(in range: Range<Int>) -> Int? {
        let isUTF8 = isUTF8(range)
        for index in range where !self[index].isPrintableASCII {
            let byte = self[index]
            if isUTF8, byte >= 0x80 {
                if isEncodedSign(at: index) { return index }
            } else if byte < 0xC0 || byte == 0xD7 || byte == 0xF7 || byte == 0xFF, !byte.isOrdinalMark {
                return index
            }
        }
        return nil
    }

    /// Whether a sign of ISO 8859-1 that is no letter stands there as UTF-8, such as a blank that doesn't break.
    private func isEncodedSign(at index: Int) -> Bool {
        switch self[index] {
        case 0xC2: !self[index + 1].isOrdinalMark
        case 0xC3: self[index + 1] == 0x97 || self[index + 1] == 0xB7
        default: false
        }
    }

    /// Whether the bytes above ASCII are whole UTF-8 sequences of two or three bytes, C1 controls apart.
    func isUTF8(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = self[index]
            let count =
                byte < 0x80 ? 1 : byte >= 0xC2 && byte < 0xE0 ? 2 : byte >= 0xE0 && byte < 0xF0 ? 3 : 0
            guard count > 0, index + count <= range.upperBound else { return false }
            for next in index + 1..<index + count where self[next] & 0xC0 != 0x80 { return false }
            if byte == 0xC2, self[index + 1] < 0xA0 { return false }
            index += count
        }
        return true
    }
}

extension UInt64 {
    /// The high bit of each of eight bytes that is no ASCII digit.
    fileprivate var others: UInt64 {
        let values = self ^ 0x3030_3030_3030_3030
        let above = (values & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676
        return (values | above) & 0x8080_8080_8080_8080
    }

    /// What eight ASCII digits spell, the lowest byte first; `nil` where one of them is none.
    @inline(__always)
    fileprivate var digits: UInt64? {
        guard others == 0 else { return nil }
        let values = self ^ 0x3030_3030_3030_3030
        let pairs = (values &* 10 &+ values >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
        return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
    }

    var areAllPrintable: Bool { firstUnprintable == 0 }

    /// The high bit of each of eight bytes that isn't printable ASCII.
    fileprivate var unprintable: UInt64 {
        // Sums of seven bits each, none of which carries into the next byte.
        let low = self & 0x7F7F_7F7F_7F7F_7F7F
        let aboveControl = low &+ 0x6060_6060_6060_6060
        let delete = low &+ 0x0101_0101_0101_0101
        return (self | ~aboveControl | delete) & 0x8080_8080_8080_8080
    }

    /// As `unprintable` up to the lowest such byte, in fewer steps.
    fileprivate var firstUnprintable: UInt64 {
        // Each term sets the high bit of such a byte. What it borrows or carries reaches later bytes only.
        let control = self &- 0x2020_2020_2020_2020
        let delete = self &+ 0x0101_0101_0101_0101
        return (self | control | delete) & 0x8080_8080_8080_8080
    }
}

extension UInt8 {
    /// The feminine or the masculine one of ISO 8859-1, as in a Spanish or Portuguese address.
    fileprivate var isOrdinalMark: Bool { self == 0xAA || self == 0xBA }
}
