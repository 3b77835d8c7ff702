extension LicenseReader {
    // MARK: Dates

    struct Dates {
        var birth: LicenseDate?
        var expiry: LicenseDate?
        var issue: LicenseDate?
        var unreadable: [ElementID] = []
    }

    func dates(_ bytes: Span<UInt8>) -> Dates {
        var dates = Dates()
        dates.birth =
            stripeBirth(bytes) ?? date(.birthDate, values.birthDate, bytes, unreadable: &dates.unreadable)
        dates.issue = date(.issueDate, values.issueDate, bytes, unreadable: &dates.unreadable)
        dates.expiry =
            isStripe
            ? stripeExpiry(bytes, birth: dates.birth, unreadable: &dates.unreadable)
            : date(.expiryDate, values.expiryDate, bytes, unreadable: &dates.unreadable)
        return dates
    }

    private func date(
        _ id: ElementID, _ value: Range<Int>, _ bytes: Span<UInt8>, unreadable: inout [ElementID]
    ) -> LicenseDate? {
        guard let value = told(value, bytes) else { return nil }
        if let date = CalendarDate.read(bytes, value)?.date { return LicenseDate(date) }
        let isBlank = value.allSatisfy { bytes[$0] == UInt8(ascii: "0") }
        if !isBlank { unreadable.append(id) }
        return nil
    }

    /// A stripe's birth date with 99 for its month, as Florida's have it: the expiry's month.
    ///
    /// Source: aamvajs, fixture of Florida's stripe.
    private func stripeBirth(_ bytes: Span<UInt8>) -> LicenseDate? {
        guard isStripe, let birth = told(values.birthDate, bytes), let expiry = told(values.expiryDate, bytes)
        else { return nil }
        guard birth.count == 8, expiry.count == 4, bytes.number(birth.lowerBound + 4, digits: 2) == 99,
            let year = bytes.number(birth.lowerBound, digits: 4),
            let day = bytes.number(birth.lowerBound + 6, digits: 2),
            let month = bytes.number(expiry.lowerBound + 2, digits: 2)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day).map { LicenseDate($0) }
    }

    /// YYMM of this century. Month 77 is no expiry, 88 the last day of the birth month in the year after, 99 the birthday.
    ///
    /// Source: AAMVA DL/ID Card Design Standard (2020), Annex F, "Track 2".
    private func stripeExpiry(
        _ bytes: Span<UInt8>, birth: LicenseDate?, unreadable: inout [ElementID]
    ) -> LicenseDate? {
        guard let value = told(values.expiryDate, bytes), value.count == 4,
            let digits = bytes.number(value.lowerBound, digits: 4)
        else {
            unreadable.append(.expiryDate)
            return nil
        }
        let year = 2000 + digits / 100
        switch digits % 100 {
        case 77: return nil
        case 88:
            return birth.flatMap { CalendarDate.lastDay(of: $0.date.month, year: year + 1) }.map {
                LicenseDate($0)
            }
        case 99:
            let day = birth.flatMap { birth in
                CalendarDate(year: year, month: birth.date.month, day: birth.date.day)
                    ?? CalendarDate.lastDay(of: birth.date.month, year: year)
            }
            return day.map { LicenseDate($0) }
        default:
            guard let date = CalendarDate.lastDay(of: digits % 100, year: year) else {
                unreadable.append(.expiryDate)
                return nil
            }
            return LicenseDate(date, precision: .month)
        }
    }

    // MARK: Address

    /// The mailing address; the residence where a card has that instead.
    func readAddress(_ bytes: Span<UInt8>, into texts: inout LicenseTexts) {
        let isResidence = told(values.street1, bytes) == nil && told(values.residenceStreet1, bytes) != nil
        texts.street1 = text(isResidence ? values.residenceStreet1 : values.street1, bytes, &texts)
        texts.street2 = text(isResidence ? values.residenceStreet2 : values.street2, bytes, &texts)
        // Oregon has the residence's street and the mailing address's rest.
        if isResidence, told(values.residenceCity, bytes) != nil || told(values.city, bytes) == nil {
            texts.city = text(values.residenceCity, bytes, &texts)
            texts.province = told(values.residenceProvince, bytes).flatMap { province($0, bytes, &texts) }
            texts.postalCode = told(values.residencePostalCode, bytes).flatMap {
                postalCode($0, bytes, &texts)
            }
        } else {
            texts.city = text(values.city, bytes, &texts)
            texts.province = told(values.province, bytes).flatMap { province($0, bytes, &texts) }
            texts.postalCode = told(values.postalCode, bytes).flatMap { postalCode($0, bytes, &texts) }
        }
        guard let second = texts.street2.map({ texts.string($0, bytes) }) else { return }
        let line = isStripe ? joinedLines(second) : second
        let isRepeated =
            texts.city.map { repeats(line, texts.string($0, bytes)) } ?? false
            || texts.province.map { isCityLine(line, in: texts.string($0, bytes)) } ?? false
        if isRepeated {
            texts.street2 = nil
        } else if isStripe {
            texts.street2 = texts.write(line)
        }
    }

    /// A stripe's address lines, which `$` separates, in one.
    private func joinedLines(_ text: String) -> String {
        text.split { $0 == "$" || $0 == " " }.joined(separator: " ")
    }

    private func province(
        _ value: Range<Int>, _ bytes: Span<UInt8>, _ texts: inout LicenseTexts
    ) -> LicenseText? {
        if let jurisdiction = Jurisdiction.coded(.scanned(value), of: bytes),
            bytes.begins(with: jurisdiction.code, at: value.lowerBound)
        {
            return .scanned(value)
        }
        guard let text = text(value, bytes, &texts) else { return nil }
        let code = texts.string(text, bytes).uppercased()
        guard code.utf8.count == 2 else { return Jurisdiction.named(code).map { texts.write($0.code) } }
        return texts.write(Jurisdiction.coded(code)?.code ?? code)
    }

    /// A second line that is city, state and postal code once more.
    private func repeats(_ line: String, _ city: String) -> Bool {
        line.hasPrefix(city) && line.utf8.dropFirst(city.utf8.count).contains { $0.isDigit }
            && line.utf8.count > city.utf8.count + 5
    }

    /// `CITY, ST 12345` of the address's state, as Wyoming writes it: another city's line is no second street either.
    private func isCityLine(_ line: String, in province: String) -> Bool {
        let words = line.split(separator: " ")
        guard words.count >= 3, let code = words.last?.utf8, words[words.count - 2] == province,
            words[words.count - 3].utf8.last == Byte.comma
        else { return false }
        let digits = code.filter(\.isDigit).count
        return (digits == 5 || digits == 9) && code.allSatisfy { $0.isDigit || $0 == Byte.hyphen }
    }

    /// Canada `A1A 1A1`; United States `12345`, or `12345-6789` where the last four aren't zero; else as on the card.
    /// Zeros that fill a ZIP code up are no part of it. `nil` for zeros only.
    private func postalCode(
        _ value: Range<Int>, _ bytes: Span<UInt8>, _ texts: inout LicenseTexts
    ) -> LicenseText? {
        let zero = UInt8(ascii: "0")
        let digits = bytes.digitRun(at: value.lowerBound)
        let five = value.prefix(5)
        let isShort =
            digits == value.count && (digits == 5 || digits == 9)
            && value.dropFirst(5).allSatisfy { bytes[$0] == zero }
        if isShort, five.contains(where: { bytes[$0] != zero }) { return .scanned(five) }
        if bytes.isZeroFilled(value) { return .scanned(five) }
        var marks = InlineArray<9, UInt8>(repeating: zero)
        var count = 0
        for index in value where bytes[index].isLetter || bytes[index].isDigit {
            guard count < 9 else { return text(value, bytes, &texts) }
            marks[count] = bytes[index].uppercased
            count += 1
        }
        if (0..<count).allSatisfy({ marks[$0] == zero }) { return nil }
        let isCanadian =
            count == 6 && (0..<6).allSatisfy { $0 % 2 == 0 ? marks[$0].isLetter : marks[$0].isDigit }
        if isCanadian { return texts.write(marks, 0..<3, Byte.space, 3..<6) }
        guard digits == 9 || digits == 5, (0..<count).allSatisfy({ marks[$0].isDigit }) else {
            return text(value, bytes, &texts)
        }
        let isPrecise = count == 9 && (5..<9).contains { marks[$0] != zero }
        return isPrecise ? texts.write(marks, 0..<5, Byte.hyphen, 5..<9) : .scanned(five)
    }
}
