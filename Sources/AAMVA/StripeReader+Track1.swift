extension StripeReader {
    /// The longest city and name; a field of full length has no `^` behind it.
    private static let longestCity = 13
    static let longestName = 35

    /// City, name and address, each closed by `^` unless it fills its columns.
    mutating func readFirst(_ bytes: Span<UInt8>, _ track: Range<Int>) throws(DecodeError) {
        let start = track.lowerBound + 2
        let place = Place(bytes, lastLine(bytes, track))
        let city = cityField(bytes, start..<track.upperBound, place: place)
        let name = try nameField(bytes, city.next..<track.upperBound)
        guard !name.value.isEmpty else { throw .ambiguous(element: .familyName) }
        readName(bytes, name.value)
        let streets = lines(bytes, name.next..<max(name.next, place?.line.lowerBound ?? track.upperBound))
        if let caret = surplusCaret(bytes, name.next..<track.upperBound) {
            doubt([.familyName, .givenNames, .street1, .street2, .city], .trackSeparators, at: caret)
        }
        if streets.count > 0 { add(.street1, streets[0]) }
        if streets.count > 1 { add(.street2, streets[1].lowerBound..<streets[streets.count - 1].upperBound) }
        addPlace(bytes, place, city: city.value, code: track.lowerBound..<start)
    }

    private mutating func doubt(_ ids: [ElementID], _ damage: Finding.Damage, at place: Int) {
        for id in ids { findings.append(.doubtful(id, damage, at: place)) }
    }

    /// A `^` within the address, which has one at its end only: an earlier field closed too soon.
    private func surplusCaret(_ bytes: Span<UInt8>, _ address: Range<Int>) -> Int? {
        var end = address.upperBound
        while end > address.lowerBound, bytes[end - 1] == Byte.caret || bytes[end - 1] == Byte.space {
            end -= 1
        }
        return (address.lowerBound..<end).first { bytes[$0] == Byte.caret }
    }

    /// British Columbia's address names city and province in its last line; elsewhere the track's first columns do.
    private mutating func addPlace(
        _ bytes: Span<UInt8>, _ place: Place?, city: Range<Int>, code: Range<Int>
    ) {
        guard let place else {
            if isBritishColumbian {
                doubt([.street1, .street2, .city], .valueForm, at: city.upperBound)
                add(.city, city)
                return
            }
            if city.count == Self.longestCity {
                findings.append(.doubtful(.city, .trackIncomplete, at: city.lowerBound))
            }
            add(.city, city)
            add(.province, code)
            return
        }
        let isKnown = Jurisdiction.coded(bytes.text(place.province)) != nil
        if !isKnown { findings.append(.doubtful(.province, .valueForm, at: place.province.lowerBound)) }
        add(.city, place.city)
        add(.province, place.province)
        add(.postalCode, place.postalCode)
    }

    /// What stands behind the last `$` or `^`, a closing `^` apart.
    private func lastLine(_ bytes: Span<UInt8>, _ track: Range<Int>) -> Range<Int> {
        var end = track.upperBound
        while end > track.lowerBound, bytes[end - 1] == Byte.caret || bytes[end - 1] == Byte.space {
            end -= 1
        }
        var start = end
        while start > track.lowerBound, bytes[start - 1] != Byte.dollar, bytes[start - 1] != Byte.caret {
            start -= 1
        }
        return start..<end
    }

    /// The address's lines that hold anything, between `$`.
    private func lines(_ bytes: Span<UInt8>, _ address: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = address.lowerBound
        for index in address where bytes[index] == Byte.dollar || bytes[index] == Byte.caret {
            lines.append(start..<index)
            start = index + 1
        }
        lines.append(start..<address.upperBound)
        return lines.map { bytes.trimmedBlanks($0) }.filter { !$0.isEmpty }
    }

    /// The city's columns; the address names it in full, so a lost `^` shows.
    private mutating func cityField(
        _ bytes: Span<UInt8>, _ rest: Range<Int>, place: Place?
    ) -> (value: Range<Int>, next: Int) {
        let plain = field(bytes, rest, longest: Self.longestCity)
        guard let place else { return plain }
        let length = min(place.city.count, Self.longestCity)
        let named = place.city.lowerBound..<place.city.lowerBound + length
        if bytes.isEqual(bytes.trimmedBlanks(plain.value), named) { return plain }
        let begun = rest.lowerBound..<min(rest.lowerBound + length, rest.upperBound)
        if bytes.isEqual(begun, named) {
            findings.append(.doubtful(.familyName, .caretsLost, at: begun.upperBound))
            return (begun, begun.upperBound)
        }
        findings.append(.doubtful(.city, .valueForm, at: place.city.lowerBound))
        return plain
    }

    /// The name's columns; a name has no digits, so a lost `^` before a house number shows.
    private mutating func nameField(
        _ bytes: Span<UInt8>, _ rest: Range<Int>
    ) throws(DecodeError) -> (value: Range<Int>, next: Int) {
        let plain = field(bytes, rest, longest: Self.longestName)
        let digit = plain.value.first { bytes[$0].isDigit }
        let dollars = plain.value.count { bytes[$0] == Byte.dollar }
        if digit == nil, dollars <= 2, !isBritishColumbian || dollars <= 1 { return plain }
        guard let digit, plain.value[..<digit].count(where: { bytes[$0] == Byte.dollar }) == 1 else {
            throw .ambiguous(element: .givenNames)
        }
        findings.append(.doubtful(.givenNames, .caretsLost, at: digit))
        return (plain.value.lowerBound..<digit, digit)
    }

    private func field(
        _ bytes: Span<UInt8>, _ rest: Range<Int>, longest: Int
    ) -> (value: Range<Int>, next: Int) {
        var end = rest.lowerBound
        while end < rest.upperBound, end - rest.lowerBound < longest, bytes[end] != Byte.caret { end += 1 }
        let isClosed = end < rest.upperBound && bytes[end] == Byte.caret
        return (rest.lowerBound..<end, isClosed ? end + 1 : end)
    }

    /// `SURNAME,$GIVEN NAMES` in British Columbia, `SURNAME$FIRST$MIDDLE` by the standard.
    private mutating func readName(_ bytes: Span<UInt8>, _ name: Range<Int>) {
        let family = name.first { bytes[$0] == Byte.dollar || bytes[$0] == Byte.comma } ?? name.upperBound
        var given = family
        while given < name.upperBound, bytes[given] == Byte.dollar || bytes[given] == Byte.comma {
            given += 1
        }
        let isWhole = given == name.upperBound || given - family == 2
        if isBritishColumbian, !isWhole || family == name.upperBound || bytes[family] != Byte.comma {
            doubt([.familyName, .givenNames], .trackSeparators, at: family)
        }
        if isBritishColumbian,
            let sign = (given..<name.upperBound).first(where: {
                bytes[$0] == Byte.dollar || bytes[$0] == Byte.comma
            })
        {
            doubt([.givenNames], .trackSeparators, at: sign)
        }
        add(.familyName, name.lowerBound..<family)
        add(.givenNames, given..<name.upperBound)
    }
}

extension StripeReader {
    /// An address's last line: `VICTORIA BC  V8W 3Y8`.
    struct Place {
        let line: Range<Int>
        let city: Range<Int>
        let province: Range<Int>
        let postalCode: Range<Int>

        init?(_ bytes: Span<UInt8>, _ line: Range<Int>) {
            let line = bytes.trimmedBlanks(line)
            var end = line.upperBound
            var marks = 0
            while end > line.lowerBound, marks < 6 {
                let byte = bytes[end - 1]
                let isRight = marks % 2 == 0 ? byte.isDigit : byte.isLetter
                guard isRight || byte == Byte.space && marks == 3 else { return nil }
                marks += isRight ? 1 : 0
                end -= 1
            }
            let before = bytes.trimmedBlanks(line.lowerBound..<end)
            guard marks == 6, before.upperBound < end, before.count > 3,
                bytes[before.upperBound - 3] == Byte.space
            else { return nil }
            self.line = line
            postalCode = end..<line.upperBound
            province = before.upperBound - 2..<before.upperBound
            city = bytes.trimmedBlanks(before.lowerBound..<province.lowerBound)
        }
    }

    /// Whether two letters, a name and `^` stand at `index`, as in every first track.
    static func begins(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        guard index + 20 < bytes.count, bytes[index].isLetter, bytes[index + 1].isLetter else { return false }
        for place in index + 2..<min(index + 54, bytes.count) {
            let byte = bytes[place]
            if byte == Byte.caret || byte == Byte.dollar { return true }
            guard byte.isPrintableASCII, !byte.isDigit, byte != Byte.question else { return false }
        }
        return false
    }

    /// Whether a first track stands where a record can have ended, and a second one follows it: jurisdictions' own elements
    /// may hold anything.
    static func isBehindRecord(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        let before = bytes[index - 2]
        guard before.isBlankOrControl || before == Byte.question else { return false }
        var end = index
        while end < bytes.count, bytes[end] != Byte.question { end += 1 }
        end += 1
        while end < bytes.count, bytes[end].isLineEnd { end += 1 }
        return end < bytes.count && bytes[end] == Byte.semicolon && bytes.number(end + 1, digits: 6) != nil
    }

    /// The first track's letters in a payload whose `%` was lost: what follows `?` is a second track.
    static func damagedStart(in bytes: Span<UInt8>) -> Int? {
        for index in 20..<max(20, bytes.count - 8) where bytes[index] == Byte.question {
            var next = index + 1
            while next < bytes.count, bytes[next].isLineEnd { next += 1 }
            guard next < bytes.count, bytes[next] == Byte.semicolon, bytes.digitRun(at: next + 1) >= 7 else {
                continue
            }
            var start = 0
            while start < 8, !bytes[start].isLetter { start += 1 }
            return bytes[start + 1].isLetter ? start : nil
        }
        return nil
    }
}
