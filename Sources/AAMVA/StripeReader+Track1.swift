extension StripeReader {
    /// The longest city and name; a field of full length has no `^` behind it.
    private static let longestCity = 13
    static let longestName = 35
    /// City, name and address with their marks: only an address that fills what is left of these columns lacks its `^`.
    static let longestFields = 77

    /// A field's bytes, and where the next field begins.
    private struct Field {
        let value: Range<Int>
        let next: Int

        var isClosed: Bool { next > value.upperBound }
    }

    /// City, name and address, each closed by `^` unless it fills its columns.
    mutating func readFirst(_ bytes: Span<UInt8>, _ track: Range<Int>) throws(DecodeError) {
        let fields = track.lowerBound + 2..<track.upperBound
        let marksLost = judgeMarks(bytes, fields)
        let line = lastLine(bytes, fields)
        var place = Place(bytes, line)
        let city = try cityField(bytes, fields, line: line, place: &place, marksLost: marksLost)
        let rest = city.next..<fields.upperBound
        let name = try nameField(bytes, rest, line: place?.line.lowerBound ?? line.lowerBound)
        let street = name?.next ?? rest.upperBound
        if let name {
            guard !name.value.isEmpty else { throw .ambiguous(element: .familyName) }
            readName(bytes, name.value)
        } else {
            try readFamilyName(bytes, rest)
        }
        if let caret = surplusCaret(bytes, street..<rest.upperBound) {
            doubt([.familyName, .givenNames, .street1, .street2, .city], .trackSeparators, at: caret)
        }
        // A key that took `^` with it may have taken the house number's first digit too.
        let isStreetKnown =
            name?.isClosed == true || street - rest.lowerBound == Self.longestName || marksLost
        if name != nil, isStreetKnown {
            addStreets(bytes, street..<rest.upperBound, place)
        } else if holdsSecondStreet(bytes, rest) {
            doubt([.street2], .caretsLost, at: rest.lowerBound)
        }
        addPlace(bytes, place, fields, city: city.value, line: line)
    }

    /// Whether more `$` part names and lines than an address in one line has.
    private func holdsSecondStreet(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Bool {
        let signs = rest.count { bytes[$0] == Byte.dollar && bytes[$0 - 1] != Byte.comma }
        // British Columbia's names have one behind the comma, and its last line has the place.
        return signs > (isBritishColumbian ? 1 : 2)
    }

    mutating func doubt(_ ids: [ElementID], _ damage: Finding.Damage, at place: Int) {
        for id in ids { findings.append(.doubtful(id, damage, at: place)) }
    }

    // MARK: Marks

    /// Whether a keyboard lost every `^` and nothing else: no mark is left, also of those that no address too short for its
    /// columns can do without.
    private mutating func judgeMarks(_ bytes: Span<UInt8>, _ fields: Range<Int>) -> Bool {
        let end = bytes.trimmedBlanks(fields).upperBound
        guard end > fields.lowerBound, bytes[end - 1] != Byte.caret else { return false }
        let isMarkless = !fields.contains { bytes[$0] == Byte.caret }
        guard isBritishColumbian else {
            judgeAddressEnd(bytes, fields, end)
            return isMarkless
        }
        let missing = Self.longestFields - fields.count
        if missing > 0 { findings.append(.mended(.caretsLost, at: end)) }
        if missing < 0 { doubt([.familyName, .givenNames, .street1, .city], .trackLength, at: end) }
        // Two or four columns less than the most may be an address that filled them, and marks that took a byte along.
        return isMarkless && missing > 0 && missing != 2 && missing != 4
    }

    /// An address without its `^`, which may have become another byte, unless it fills the columns; a blank may end it then.
    private mutating func judgeAddressEnd(_ bytes: Span<UInt8>, _ fields: Range<Int>, _ end: Int) {
        if fields.count == Self.longestFields, fields.upperBound - end <= 1 { return }
        let line = lastLine(bytes, fields).lowerBound
        let isSecond = bytes[line - 1] == Byte.dollar
        doubt(isSecond ? [.street1, .street2] : [.street1], .caretsLost, at: end - 1)
    }

    /// A `^` within the address, which has one at its end only: an earlier field closed too soon.
    private func surplusCaret(_ bytes: Span<UInt8>, _ address: Range<Int>) -> Int? {
        var end = address.upperBound
        while end > address.lowerBound, bytes[end - 1] == Byte.caret || bytes[end - 1] == Byte.space {
            end -= 1
        }
        return (address.lowerBound..<end).first { bytes[$0] == Byte.caret }
    }

    /// Up to a `^`, of which a keyboard may have made two, or the columns' end.
    private mutating func field(_ bytes: Span<UInt8>, _ rest: Range<Int>, longest: Int) -> Field {
        var end = rest.lowerBound
        while end < rest.upperBound, end - rest.lowerBound < longest, bytes[end] != Byte.caret { end += 1 }
        let carets = rest.suffix(from: end).prefix { bytes[$0] == Byte.caret }
        if carets.count > 1 { findings.append(.mended(.trackSeparators, at: end)) }
        return Field(value: rest.lowerBound..<end, next: end + carets.count)
    }

    // MARK: City

    /// The city's columns; the address names it in full, so a lost `^` shows.
    private mutating func cityField(
        _ bytes: Span<UInt8>, _ fields: Range<Int>, line: Range<Int>, place: inout Place?, marksLost: Bool
    ) throws(DecodeError) -> Field {
        let plain = field(bytes, fields, longest: Self.longestCity)
        guard let whole = place?.city else {
            try judgeCity(bytes, plain, line: line, marksLost: marksLost)
            return plain
        }
        let named = whole.prefix(Self.longestCity)
        if bytes.isEqual(bytes.trimmedBlanks(plain.value), named) { return plain }
        let begun = fields.prefix(named.count)
        if bytes.isEqual(begun, named), begun.upperBound < fields.upperBound {
            findings.append(.doubtful(.familyName, .caretsLost, at: begun.upperBound))
            guard bytes[begun.upperBound].isLetter || bytes[begun.upperBound] == UInt8(ascii: "'") else {
                return Field(value: begun, next: begun.upperBound + 1)
            }
            // One mark lost may have taken a letter along; where every mark was, the others show that none did.
            guard marksLost else { throw .ambiguous(element: .familyName) }
            return Field(value: begun, next: begun.upperBound)
        }
        if let split = place?.split(bytes, city: bytes.trimmedBlanks(plain.value), isWhole: plain.isClosed) {
            place = split
            doubt([.street1, .street2], .trackSeparators, at: split.line.lowerBound)
            return plain
        }
        if !plain.isClosed, Self.holdsEnd(bytes, of: whole, plain.value) {
            throw .ambiguous(element: .familyName)
        }
        doubt([.city, .familyName, .street1, .street2], .valueForm, at: whole.lowerBound)
        place?.isContradicted = true
        return plain
    }

    /// Whether the end of the address's city stands in the first columns, so that these hold more than a city.
    private static func holdsEnd(_ bytes: Span<UInt8>, of city: Range<Int>, _ columns: Range<Int>) -> Bool {
        let end = city.suffix(4)
        guard end.count <= columns.count else { return false }
        return (columns.lowerBound...columns.upperBound - end.count).contains {
            bytes.isEqual($0..<$0 + end.count, end)
        }
    }

    /// Without an address that repeats it, a city that fills its columns may be one that lost its `^`.
    private mutating func judgeCity(
        _ bytes: Span<UInt8>, _ city: Field, line: Range<Int>, marksLost: Bool
    ) throws(DecodeError) {
        let shared = min(city.value.count, line.count)
        guard !city.isClosed, shared < 2 || !bytes.isEqual(city.value.prefix(shared), line.prefix(shared))
        else {
            return
        }
        let holdsName = city.value.contains { bytes[$0] == Byte.dollar || bytes[$0] == Byte.comma }
        guard !isBritishColumbian, !marksLost, !holdsName else { throw .ambiguous(element: .familyName) }
        doubt([.city, .familyName], .caretsLost, at: city.value.lowerBound)
    }

    // MARK: Name

    /// The name's columns; `nil` where its `^` is lost and nothing shows where the address begins.
    private mutating func nameField(
        _ bytes: Span<UInt8>, _ rest: Range<Int>, line: Int
    ) throws(DecodeError) -> Field? {
        let plain = field(bytes, rest, longest: Self.longestName)
        if plain.isClosed, plain.value.upperBound < line {
            let dollars = plain.value.count { bytes[$0] == Byte.dollar }
            guard dollars <= 2 else { throw .ambiguous(element: .givenNames) }
            if let digit = plain.value.first(where: { bytes[$0].isDigit }) {
                doubt([.familyName, .givenNames], .valueForm, at: digit)
            }
            return plain
        }
        let full = rest.lowerBound + Self.longestName
        let reach = rest.lowerBound..<min(full + 1, rest.upperBound)
        let digit = reach.first { bytes[$0].isDigit }
        let isFull =
            full == line ? bytes[full - 1].isLetter : full < line && StreetWords.begin(bytes, at: full)
        if digit == nil || digit == full, isFull {
            return Field(value: rest.lowerBound..<full, next: full)
        }
        guard let digit, digit < line, isHouseNumber(bytes, rest.lowerBound..<digit) else {
            doubt([.givenNames, .street1], .caretsLost, at: rest.lowerBound)
            return nil
        }
        if digit < full { doubt([.givenNames, .street1], .caretsLost, at: digit) }
        return Field(value: rest.lowerBound..<digit, next: digit)
    }

    /// Whether a digit behind `name` begins an address: directly behind the last letter of names whose parts are
    /// complete, or behind the signs of a holder with one name.
    private func isHouseNumber(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
        guard let last = name.last, !StreetWords.end(bytes, name) else { return false }
        let dollars = name.filter { bytes[$0] == Byte.dollar }
        let isComplete =
            isBritishColumbian
            ? dollars.count == 1 && dollars[0] > name.lowerBound && bytes[dollars[0] - 1] == Byte.comma
            : (1...2).contains(dollars.count)
        if bytes[last].isLetter { return isComplete }
        return isComplete && bytes[last] == Byte.dollar
            || isBritishColumbian && dollars.isEmpty && bytes[last] == Byte.comma
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

    /// The family name alone, of a name whose end is unknown: a sign closes it.
    private mutating func readFamilyName(_ bytes: Span<UInt8>, _ rest: Range<Int>) throws(DecodeError) {
        let sign = rest.prefix(Self.longestName).first {
            bytes[$0] == Byte.dollar || bytes[$0] == Byte.comma
        }
        guard let sign, sign > rest.lowerBound, !isBritishColumbian || bytes[sign] == Byte.comma else {
            throw .ambiguous(element: .familyName)
        }
        add(.familyName, rest.lowerBound..<sign)
    }
}
