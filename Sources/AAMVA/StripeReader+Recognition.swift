extension StripeReader {
    /// Whether two letters, a name and `^` stand at `index`, as in every first track. A city may have digits, but only where
    /// the letters are a jurisdiction's, and a payment card's track has no letters there.
    static func begins(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        guard index + 20 < bytes.count, bytes[index].isLetter, bytes[index + 1].isLetter else { return false }
        let isKnown = Jurisdiction.coded(bytes[index].uppercased, bytes[index + 1].uppercased) != nil
        for place in index + 2..<min(index + 54, bytes.count) {
            let byte = bytes[place]
            if byte == Byte.caret || byte == Byte.dollar { return true }
            guard byte.isPrintableASCII || byte >= 0x80 && isKnown, !byte.isDigit || isKnown,
                byte != Byte.question
            else { return false }
        }
        return false
    }

    /// Whether a first track stands where a record can have ended, and a second one follows it: jurisdictions' own elements
    /// may hold anything. A track that was cut ends anywhere; then the second track's issuer must be the first one's.
    static func isBehindRecord(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        var end = index
        while end < bytes.count, bytes[end] != Byte.question { end += 1 }
        end += 1
        while end < bytes.count, bytes[end].isBlankOrControl { end += 1 }
        guard end < bytes.count, bytes[end] == Byte.semicolon, let issuer = bytes.number(end + 1, digits: 6)
        else { return false }
        let before = bytes[index - 2]
        if before < Byte.space || before == Byte.question { return true }
        guard bytes[index + 2] != Byte.space else { return false }
        let code = SubfileType(bytes[index].uppercased, bytes[index + 1].uppercased).code
        return Jurisdiction.issuing(IssuerIdentificationNumber(issuer))?.code == code
    }

    /// The first track's letters in a payload whose `%` was lost: what follows `?` is a second track.
    static func damagedStart(in bytes: Span<UInt8>) -> Int? {
        for index in 20..<max(20, bytes.count - 8) where bytes[index] == Byte.question {
            var next = index + 1
            while next < bytes.count, bytes[next].isBlankOrControl { next += 1 }
            guard next < bytes.count, bytes[next] == Byte.semicolon, bytes.digitRun(at: next + 1) >= 7 else {
                continue
            }
            var start = 0
            while start < 8, !bytes[start].isLetter { start += 1 }
            return bytes[start + 1].isLetter ? start : nil
        }
        return nil
    }

    /// Whether a payload is nothing but a stripe's second or third track, or begins with one: the first wasn't read.
    static func isWithoutFirst(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
        let start = text.lowerBound
        if bytes.spells("_%0A", at: start) {
            return text.count >= StripeOutline.thirdTrackOfBritishColumbia
        }
        guard bytes[start] == Byte.semicolon, let issuer = bytes.number(start + 1, digits: 6),
            Jurisdiction.issuing(IssuerIdentificationNumber(issuer)) != nil
        else { return false }
        let equals = start + 1 + bytes.digitRun(at: start + 1)
        return equals < text.upperBound && bytes[equals] == UInt8(ascii: "=")
            && bytes.digitRun(at: equals + 1) >= 12
    }

    /// Whether Caps Lock inverted the first track: most of its words begin in lower case, which they don't in mixed case
    /// either. One letter alone may be damage.
    static func isInverted(_ bytes: Span<UInt8>, from place: Int) -> Bool {
        var balance = 0
        var isInside = false
        for index in place..<bytes.count {
            let byte = bytes[index]
            if byte == Byte.question { break }
            if byte.isLetter, !isInside { balance += byte.isUppercase ? -1 : 1 }
            isInside = byte.isLetter
        }
        return balance > 0
    }

    /// Whether the letters of a track are in upper case, as a stripe's six bits have them: of a text in mixed case more than
    /// a fifth are not.
    static func isUpperCase(_ bytes: Span<UInt8>, _ track: Range<Int>) -> Bool {
        var (upper, lower) = (0, 0)
        for index in track where bytes[index].isLetter {
            if bytes[index].isUppercase { upper += 1 } else { lower += 1 }
        }
        return lower * 4 < upper
    }
}
