/// Reads the text of a magnetic stripe's three tracks, as British Columbia prints it in its PDF417.
///
///     %BCVICTORIA^SPECIMEN,$TEST CARD^910 GOVERNMENT ST$VICTORIA BC  V8W 3Y8^?
///     ;6360282222222=260119820104=?
///     _%0AV8W3Y8                     M185 88BRNBLU…?
///
/// A stripe has no lengths and no checksum, so what is written twice (city, postal code, issuer) is compared, and
/// every field's form is looked at.
///
/// Source: AAMVA DL/ID Card Design Standard (2020), Annex F; Teleplan 4 specification, section 4.2.4; British
/// Columbia's own wallet application.
struct StripeReader {
    let bytes: [UInt8]
    private(set) var elements: [Element] = []
    var findings: [Finding] = []
    /// The fields are British Columbia's, which go beyond the standard's in names, addresses and the third track.
    private(set) var isBritishColumbian = false
    /// The first track is in upper case, a few damaged letters apart.
    private var isUpperCase = false

    /// - Parameter place: the jurisdiction's two letters.
    /// - Throws: `truncated` where a track that began has no end, `unreadable` where the tracks make no sense,
    ///   `ambiguous` where the name's end can't be told.
    static func record(_ bytes: [UInt8], from place: Int) throws(DecodeError) -> Record {
        // A letter joined with `^` stands behind the jurisdiction's letters, so that these stay where they are.
        let parted = parted(bytes)
        let bytes = parted ?? bytes
        var reader = StripeReader(bytes: bytes)
        if parted != nil { reader.findings.append(.mended(.caretsLost, at: place)) }
        let issuer = try reader.read(from: place)
        return Record(
            layout: .magneticStripe(issuer: issuer), bytes: bytes, elements: reader.elements,
            findings: reader.findings)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func read(from place: Int) throws(DecodeError) -> IssuerIdentificationNumber? {
        let payload = bytes
        let span = payload.span
        let hasSentinel = place > 0 && span[place - 1] == Byte.percent
        if place != 1 || !hasSentinel { findings.append(.mended(.leadingBytes, at: 0)) }
        let first = try track(span, from: place)
        let second = try track(span, from: skipLineEnds(span, first.upperBound + 1))
        let third = skipLineEnds(span, second.upperBound + 1)
        let issuer = try readSecond(span, second)
        isBritishColumbian =
            issuer.map { Self.columbianIssuers.contains($0) } ?? false
            || third < span.count && span[third] == Self.underscore
        if !span[place].isUppercase || !span[place + 1].isUppercase {
            findings.append(.mended(.invertedCase, at: place))
        }
        let code = SubfileType(span[place].uppercased, span[place + 1].uppercased).code
        if issuer.flatMap({ Jurisdiction.issuing($0)?.code }) != code {
            guard hasSentinel else { throw .unreadable(received: bytes.count) }
            findings.append(.mended(.issuerDigits, at: place))
        }
        isUpperCase = Self.isUpperCase(span, first)
        try readFirst(span, first)
        try readThird(span, from: third, code: place..<place + 2)
        return issuer
    }

    static let columbianIssuers = [IssuerIdentificationNumber(636_028)]
    private static let underscore = UInt8(ascii: "_")

    /// A track's bytes without its end sentinel.
    private func track(_ bytes: Span<UInt8>, from start: Int) throws(DecodeError) -> Range<Int> {
        var end = start
        while end < bytes.count, bytes[end] != Byte.question { end += 1 }
        guard end < bytes.count, end - start >= 3 else {
            throw .truncated(received: bytes.count, expected: nil)
        }
        return start..<end
    }

    private mutating func skipLineEnds(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index].isBlankOrControl { index += 1 }
        if index > start, index < bytes.count { findings.append(.mended(.trackSeparators, at: start)) }
        return index
    }

    mutating func add(_ id: ElementID, _ value: Range<Int>) {
        let payload = bytes
        let span = payload.span
        let damage = span.firstDamage(in: value)
        if let damage { findings.append(.doubtful(id, .controlCharacters, at: damage)) }
        let sign = foreign(span, id, value)
        if let sign, damage == nil { findings.append(.doubtful(id, .valueForm, at: sign)) }
        // It may stand where the sign between the names stood.
        if id == .familyName, let place = damage ?? sign, span[place] != Byte.space {
            findings.append(.doubtful(.givenNames, .trackSeparators, at: place))
        }
        elements.append(Element(id: id, subfile: .driverLicense, value: value))
    }

    /// What a name or a line of an address can't hold: letters in the other case or beyond a stripe's six bits, signs, and in
    /// a name digits and blanks that separate nothing.
    private func foreign(_ bytes: Span<UInt8>, _ id: ElementID, _ value: Range<Int>) -> Int? {
        let signs: StaticString
        switch id {
        case .familyName: signs = " '-."
        case .givenNames: signs = isBritishColumbian ? " '-." : " '-.$,"
        case .street1, .street2, .city: signs = " '-.$,#/&():0123456789"
        default: return nil
        }
        let isName = id == .familyName || id == .givenNames
        return value.first { index in
            let byte = bytes[index]
            if byte.isLetter { return isUpperCase && !byte.isUppercase }
            guard byte.isPrintableASCII else { return byte >= 0x80 }
            let isBesideBlank =
                index == value.lowerBound || index + 1 == value.upperBound || bytes[index + 1] == Byte.space
            if byte == Byte.space, isName, isBritishColumbian, isBesideBlank { return true }
            return !signs.contains(byte)
        }
    }

    // MARK: Track 2

    /// `;` issuer (6), number (up to 13), `=`, expiry YYMM, birth CCYYMMDD, and the digits that didn't fit before.
    private mutating func readSecond(
        _ bytes: Span<UInt8>, _ track: Range<Int>
    ) throws(DecodeError) -> IssuerIdentificationNumber? {
        let start = track.lowerBound
        let equals = track.first { bytes[$0] == UInt8(ascii: "=") }
        guard bytes[start] == Byte.semicolon, let equals, equals > start + 7, equals + 5 <= track.upperBound
        else {
            throw .unreadable(received: self.bytes.count)
        }
        let issuer = bytes.number(start + 1, digits: 6).map { IssuerIdentificationNumber($0) }
        if issuer == nil { findings.append(.mended(.issuerDigits, at: start + 1)) }
        let number = start + 7..<equals
        let expiry = equals + 1..<equals + 5
        let birth = expiry.upperBound..<min(expiry.upperBound + 8, track.upperBound)
        var overflow = birth.upperBound..<track.upperBound
        while let last = overflow.last, bytes[last] == UInt8(ascii: "=") { overflow.removeLast() }
        add(.number, number)
        add(.expiryDate, expiry)
        add(.birthDate, birth)
        if !overflow.isEmpty { add(.numberOverflow, overflow) }
        judgeSecond(bytes, issuer: issuer, number: number, birth: birth, overflow: overflow)
        return issuer
    }

    private mutating func judgeSecond(
        _ bytes: Span<UInt8>, issuer: IssuerIdentificationNumber?, number: Range<Int>, birth: Range<Int>,
        overflow: Range<Int>
    ) {
        let isWhole = number.allSatisfy { bytes[$0].isDigit }
        if !isWhole { findings.append(.doubtful(.number, .valueForm, at: number.lowerBound)) }
        if !overflow.isEmpty, number.count < 12 {
            for id in [ElementID.number, .expiryDate, .birthDate] {
                findings.append(.doubtful(id, .trackLength, at: overflow.lowerBound))
            }
        }
        let digits = bytes.text(number) + bytes.text(overflow)
        if isWhole, let jurisdiction = issuer.flatMap({ Jurisdiction.issuing($0) }),
            jurisdiction.accepts(number: StripeNumber.text(digits, issuer: jurisdiction)) == false
        {
            findings.append(.doubtful(.number, .valueForm, at: number.lowerBound))
        }
        if CalendarDate(yearFirst: bytes, birth) == nil {
            findings.append(.doubtful(.birthDate, .valueForm, at: birth.lowerBound))
        }
        let month = bytes.number(birth.lowerBound - 2, digits: 2) ?? 0
        if bytes.number(birth.lowerBound - 4, digits: 2) == nil
            || !((1...12).contains(month) || [77, 88, 99].contains(month))
        {
            findings.append(.doubtful(.expiryDate, .valueForm, at: birth.lowerBound - 4))
        }
    }

    // MARK: Track 3

    /// Behind the sentinel and two versions: postal code (11), class (2), restrictions (10), endorsements (4), sex (1),
    /// height, weight, hair, eyes (3 each), an id (10), and a jurisdiction's own.
    private mutating func readThird(
        _ bytes: Span<UInt8>, from start: Int, code: Range<Int>
    ) throws(DecodeError) {
        guard start < bytes.count else {
            findings.append(.mended(.trackIncomplete, at: bytes.count))
            return
        }
        // The columns count from a mark that British Columbia has and the standard doesn't; a keyboard may have lost it.
        let origin = isBritishColumbian && bytes[start] == Byte.percent ? start - 1 : start
        if origin < start { findings.append(.mended(.trackSeparators, at: start)) }
        let full =
            origin
            + (isBritishColumbian ? StripeOutline.thirdTrackOfBritishColumbia : StripeOutline.thirdTrack)
        var end = full
        if end >= bytes.count || bytes[end] != Byte.question {
            guard beginsThird(bytes, origin, start) else {
                findings.append(.mended(.trackIncomplete, at: start))
                return
            }
            end = try track(bytes, from: start).upperBound
        }
        let base = origin + (isBritishColumbian ? 4 : 3)
        if end != full, isBritishColumbian || !isPlausible(bytes, base, end) {
            findings.append(.mended(.trackIncomplete, at: end))
            return
        }
        addThird(bytes, base, end, code: code)
        let rest = bytes.trimmed(end + 1..<bytes.count)
        if !rest.isEmpty { findings.append(.mended(.trailingBytes, at: rest.lowerBound)) }
    }

    /// Whether what stands there, as far as it goes, is a third track; in British Columbia's a postal code begins it.
    private func beginsThird(_ bytes: Span<UInt8>, _ origin: Int, _ start: Int) -> Bool {
        guard isBritishColumbian else { return true }
        let code = origin + 4..<max(origin + 4, min(origin + 10, bytes.count))
        return bytes[start] == Self.underscore
            || code.allSatisfy { ($0 - origin) % 2 == 0 ? bytes[$0].isLetter : bytes[$0].isDigit }
    }

    private mutating func addThird(_ bytes: Span<UInt8>, _ base: Int, _ end: Int, code: Range<Int>) {
        let fields: [(ElementID, Int, Int)] = [
            (.postalCode, 0, 11), (.sex, 27, 1), (.height, 28, 3),
            (isBritishColumbian ? .weightKilograms : .weightPounds, 31, 3), (.hairColor, 34, 3),
            (.eyeColor, 37, 3),
        ]
        for (id, offset, length) in fields where base + offset + length <= end {
            let value = base + offset..<base + offset + length
            if id == .postalCode { comparePostalCode(bytes, value, code: code) } else { add(id, value) }
        }
        guard isBritishColumbian else { return }
        add(.healthNumber, base + 40..<base + 50)
        add(.documentDiscriminator, end - 11..<end)
        judgeSerial(bytes, end - 11..<end)
    }

    /// Serial and number tell the card's type both.
    private mutating func judgeSerial(_ bytes: Span<UInt8>, _ serial: Range<Int>) {
        guard let letter = StripeSerial.letter(bytes, serial) else { return }
        let digits = elements.first { $0.id == .number }?.value.count ?? 0
        if StripeSerial.agrees(letter, withDigits: digits) { return }
        findings.append(.doubtful(.vehicleClass, .valueForm, at: serial.lowerBound))
    }

    /// Shorter tracks occur; then the sex and the height must be where they belong.
    private func isPlausible(_ bytes: Span<UInt8>, _ base: Int, _ end: Int) -> Bool {
        guard base + 31 <= end else { return false }
        return bytes[base + 27].isDigit && bytes.number(base + 28, digits: 3) != nil
    }

    /// The address has the postal code too, or else this is the only one. Where they differ in more than one mark, the
    /// address isn't the card's, and its province is the track's own, as British Columbia itself reads it.
    private mutating func comparePostalCode(_ bytes: Span<UInt8>, _ value: Range<Int>, code: Range<Int>) {
        let isForeign = ElementDefinition.isForeign(bytes, value, to: .postalCode)
        guard let known = elements.first(where: { $0.id == .postalCode }) else {
            if isForeign { findings.append(.doubtful(.postalCode, .valueForm, at: value.lowerBound)) }
            add(.postalCode, value)
            return
        }
        let left = known.value.filter { bytes[$0] != Byte.space }.map { bytes[$0] }
        let right = value.filter { bytes[$0] != Byte.space }.map { bytes[$0] }
        guard left != right else { return }
        findings.append(.doubtful(.postalCode, .valueForm, at: value.lowerBound))
        findings.append(.doubtful(.province, .valueForm, at: value.lowerBound))
        guard !isForeign, right.count == 6, zip(left, right).count(where: { $0 != $1 }) > 1 else { return }
        elements.removeAll { $0.id == .postalCode || $0.id == .province }
        add(.province, code)
        add(.postalCode, value)
    }
}
