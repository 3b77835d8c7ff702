extension LicenseReader {
    /// The name by the elements that are there: DCS with DAC and DAD (version 04 on) or with DCT (02 and 03), DAB with
    /// DAC and DAD or the full name in DAA (01).
    func readNames(_ bytes: Span<UInt8>, issuer: Jurisdiction?, into texts: inout LicenseTexts) {
        texts.lastName = text(values.familyName, bytes, &texts) ?? text(values.lastName, bytes, &texts)
        if let first = told(values.firstName, bytes) {
            texts.firstName = text(first, bytes, &texts)
        } else if let given = told(values.givenNames, bytes) {
            takeGiven(given, bytes, into: &texts)
        }
        if texts.middleNames == nil {
            texts.middleNames = told(values.middleName, bytes).flatMap { names($0, bytes, &texts) }
        }
        if texts.middleNames == nil, NameHabits.of(issuer).middleInFirstName {
            splitMiddle(bytes, of: &texts)
        }
        if texts.lastName == nil, let full = told(values.fullName, bytes) {
            takeFull(full, bytes, NameHabits.of(issuer), into: &texts)
        }
        if let suffix = text(values.nameSuffix, bytes, &texts) ?? text(values.earlySuffix, bytes, &texts) {
            texts.nameSuffix = suffix
        } else if texts.nameSuffix == nil {
            takeSuffix(bytes, of: &texts)
        }
    }

    /// A suffix behind another name, on cards that have no element for it or leave that empty.
    private func takeSuffix(_ bytes: Span<UInt8>, of texts: inout LicenseTexts) {
        if let middle = texts.middleNames, endsInSuffix(middle, bytes, texts) {
            var words = texts.string(middle, bytes).split(separator: " ").map { String($0) }
            texts.nameSuffix = texts.write(words.removeLast())
            texts.middleNames = joined(words, &texts)
        } else if texts.middleNames == nil, let split = splitSuffix(off: texts.firstName, bytes, &texts) {
            (texts.firstName, texts.nameSuffix) = split
        } else if let split = splitSuffix(off: texts.lastName, bytes, &texts) {
            (texts.lastName, texts.nameSuffix) = split
        }
    }

    /// The name without its last word, and that, which is a suffix.
    private func splitSuffix(
        off name: LicenseText?, _ bytes: Span<UInt8>, _ texts: inout LicenseTexts
    ) -> (name: LicenseText, suffix: LicenseText)? {
        guard let name, endsInSuffix(name, bytes, texts) else { return nil }
        let split = NameSuffix.split(off: texts.string(name, bytes))
        return split.map { (texts.write($0.name), texts.write($0.suffix)) }
    }

    /// Whether the last word is a suffix, be it the only one.
    private func endsInSuffix(
        _ name: LicenseText, _ bytes: Span<UInt8>, _ texts: borrowing LicenseTexts
    ) -> Bool {
        switch name {
        case .scanned(let place): NameSuffix.ends(bytes.extracting(place))
        case .written: NameSuffix.ends(texts.string(name, bytes).utf8.span)
        }
    }

    /// Given names in one: separated by commas or a stripe's `$`, else by blanks, the first word being the first name.
    private func takeGiven(_ given: Range<Int>, _ bytes: Span<UInt8>, into texts: inout LicenseTexts) {
        let sign = [Byte.dollar, Byte.comma].first { sign in
            given.contains { bytes[$0] == sign }
        }
        let parts = parts(given, bytes, separatedBy: sign ?? Byte.space)
        var middle = parts.dropFirst().flatMap { words($0, bytes) }
        texts.firstName = parts.first.flatMap { text($0, bytes, &texts) }
        if texts.firstName == nil, !middle.isEmpty { texts.firstName = texts.write(middle.removeFirst()) }
        texts.middleNames = joined(middle, &texts)
    }

    /// `LAST,FIRST,MIDDLE,SUFFIX`; `@` or `$` stand for the comma on early cards.
    private func takeFull(
        _ full: Range<Int>, _ bytes: Span<UInt8>, _ habits: NameHabits, into texts: inout LicenseTexts
    ) {
        let sign = [Byte.comma, Byte.dollar, Byte.at].first { sign in
            full.contains { bytes[$0] == sign }
        }
        guard let sign else {
            takeWords(full, bytes, habits, into: &texts)
            return
        }
        var parts = parts(full, bytes, separatedBy: sign)
        // All four are told of, and the middle name is blank: the first may have two words.
        let isFirstWhole = parts.count > 3
        while let last = parts.last, !isText(last, bytes) { parts.removeLast() }
        let isFourthSuffix = parts.count == 4 && habits.fullName != .familyNameLast
        if parts.count > 2, let last = parts.last.flatMap({ text($0, bytes, &texts) }),
            isFourthSuffix || NameSuffix.isSuffix(texts.string(last, bytes))
        {
            texts.nameSuffix = last
            parts.removeLast()
        }
        if habits.fullName == .familyNameLast, parts.count > 1 { parts.insert(parts.removeLast(), at: 0) }
        texts.lastName = parts.first.flatMap { text($0, bytes, &texts) }
        if parts.count == 2, !isFirstWhole {
            takeGiven(parts[1], bytes, into: &texts)
        } else if parts.count > 1 {
            texts.firstName = text(parts[1], bytes, &texts)
            texts.middleNames = joined(parts[2...].flatMap { words($0, bytes) }, &texts)
        }
    }

    /// Words with blanks between them don't say which is the family name, unless the issuer's order is known.
    private func takeWords(
        _ full: Range<Int>, _ bytes: Span<UInt8>, _ habits: NameHabits, into texts: inout LicenseTexts
    ) {
        var words = words(full, bytes)
        if words.count == 1 {
            texts.lastName = texts.write(words[0])
        } else if habits.fullName != nil {
            if words.count > 2, NameSuffix.isSuffix(words[words.count - 1]) {
                texts.nameSuffix = texts.write(words.removeLast())
            }
            texts.lastName = texts.write(words.removeLast())
            texts.firstName = texts.write(words.removeFirst())
            texts.middleNames = joined(words, &texts)
        }
    }

    /// `FIRST MIDDLE` where the card has no middle name of its own.
    private func splitMiddle(_ bytes: Span<UInt8>, of texts: inout LicenseTexts) {
        guard let name = texts.firstName else { return }
        let parts = texts.string(name, bytes).split(separator: " ").map { String($0) }
        guard parts.count > 1 else { return }
        texts.firstName = texts.write(parts[0])
        texts.middleNames = joined(Array(parts.dropFirst()), &texts)
    }

    private func parts(
        _ range: Range<Int>, _ bytes: Span<UInt8>, separatedBy sign: UInt8
    ) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where bytes[index] == sign {
            parts.append(start..<index)
            start = index + 1
        }
        parts.append(start..<range.upperBound)
        return parts
    }

    /// All names of a value, with a blank between two.
    private func names(
        _ range: Range<Int>, _ bytes: Span<UInt8>, _ texts: inout LicenseTexts
    ) -> LicenseText? {
        // One name of letters needs no taking apart, and no card has another as often.
        range.allSatisfy { bytes[$0].isLetter } ? .scanned(range) : joined(words(range, bytes), &texts)
    }

    private func joined(_ words: [String], _ texts: inout LicenseTexts) -> LicenseText? {
        words.isEmpty ? nil : texts.write(words.joined(separator: " "))
    }

    /// Names separated by commas or blanks, without empty ones and sentinels.
    private func words(_ range: Range<Int>, _ bytes: Span<UInt8>) -> [String] {
        var words: [String] = []
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound {
            let isEnd =
                index == range.upperBound || bytes[index] == Byte.space || bytes[index] == Byte.comma
                || bytes[index] == Byte.dollar
            guard isEnd else { continue }
            if index > start, !bytes.isSentinel(start..<index) { words.append(bytes.text(start..<index)) }
            start = index + 1
        }
        return words
    }
}
