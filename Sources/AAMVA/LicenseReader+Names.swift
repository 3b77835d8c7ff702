extension LicenseReader {
    struct Name {
        var last: String?
        var first: String?
        var middle: [String] = []
        var suffix: String?
    }

    /// The name by the elements that are there: DCS with DAC and DAD (version 04 on) or with DCT (02 and 03), DAB with
    /// DAC and DAD or the full name in DAA (01).
    func name(_ bytes: Span<UInt8>, issuer: Jurisdiction?) -> Name {
        var name = Name()
        name.last = text(values.familyName, bytes) ?? text(values.lastName, bytes)
        if let first = told(values.firstName, bytes) {
            name.first = text(first, bytes)
        } else if let given = told(values.givenNames, bytes) {
            takeGiven(given, bytes, into: &name)
        }
        if name.middle.isEmpty { name.middle = told(values.middleName, bytes).map { words($0, bytes) } ?? [] }
        if name.middle.isEmpty, NameHabits.of(issuer).initialInFirstName { splitInitial(of: &name) }
        if name.last == nil, let full = told(values.fullName, bytes) {
            takeFull(full, bytes, NameHabits.of(issuer), into: &name)
        }
        if let suffix = text(values.nameSuffix, bytes) ?? text(values.earlySuffix, bytes) {
            name.suffix = suffix
        } else if name.suffix == nil {
            takeSuffix(of: &name)
        }
        return name
    }

    /// A suffix behind another name, on cards that have no element for it or leave that empty.
    private func takeSuffix(of name: inout Name) {
        if name.middle.count > 0, name.first != nil, let last = name.middle.last, NameSuffix.isSuffix(last) {
            name.suffix = name.middle.removeLast()
        } else if name.middle.isEmpty, let split = name.first.flatMap({ NameSuffix.split(off: $0) }) {
            (name.first, name.suffix) = (split.name, split.suffix)
        } else if let split = name.last.flatMap({ NameSuffix.split(off: $0) }) {
            (name.last, name.suffix) = (split.name, split.suffix)
        }
    }

    /// Given names in one: separated by commas or a stripe's `$`, else by blanks, the first word being the first name.
    private func takeGiven(_ given: Range<Int>, _ bytes: Span<UInt8>, into name: inout Name) {
        let sign = [Byte.dollar, Byte.comma].first { sign in
            given.contains { bytes[$0] == sign }
        }
        if let sign {
            let parts = parts(given, bytes, separatedBy: sign)
            name.first = parts.first.flatMap { text($0, bytes) }
            name.middle = parts.dropFirst().flatMap { words($0, bytes) }
        } else {
            let parts = parts(given, bytes, separatedBy: Byte.space)
            name.first = parts.first.flatMap { text($0, bytes) }
            name.middle = parts.dropFirst().flatMap { words($0, bytes) }
        }
        if name.first == nil, !name.middle.isEmpty { name.first = name.middle.removeFirst() }
    }

    /// `LAST,FIRST,MIDDLE,SUFFIX`; `@` or `$` stand for the comma on early cards.
    private func takeFull(
        _ full: Range<Int>, _ bytes: Span<UInt8>, _ habits: NameHabits, into name: inout Name
    ) {
        let sign = [Byte.comma, Byte.dollar, Byte.at].first { sign in
            full.contains { bytes[$0] == sign }
        }
        guard let sign else {
            takeWords(full, bytes, habits, into: &name)
            return
        }
        var parts = parts(full, bytes, separatedBy: sign)
        while let last = parts.last, text(last, bytes) == nil { parts.removeLast() }
        let isFourthSuffix = parts.count == 4 && habits.fullName != .familyNameLast
        if parts.count > 2, let last = parts.last.flatMap({ text($0, bytes) }),
            isFourthSuffix || NameSuffix.isSuffix(last)
        {
            name.suffix = last
            parts.removeLast()
        }
        if habits.fullName == .familyNameLast, parts.count > 1 { parts.insert(parts.removeLast(), at: 0) }
        name.last = parts.first.flatMap { text($0, bytes) }
        if parts.count == 2 {
            takeGiven(parts[1], bytes, into: &name)
        } else if parts.count > 2 {
            name.first = text(parts[1], bytes)
            name.middle = parts[2...].flatMap { words($0, bytes) }
        }
    }

    /// Words with blanks between them don't say which is the family name, unless the issuer's order is known.
    private func takeWords(
        _ full: Range<Int>, _ bytes: Span<UInt8>, _ habits: NameHabits, into name: inout Name
    ) {
        var words = words(full, bytes)
        if words.count == 1 {
            name.last = words[0]
        } else if habits.fullName != nil {
            if words.count > 2, NameSuffix.isSuffix(words[words.count - 1]) {
                name.suffix = words.removeLast()
            }
            name.last = words.removeLast()
            name.first = words.removeFirst()
            name.middle = words
        }
    }

    /// `FIRST M` where the card has no middle name of its own.
    private func splitInitial(of name: inout Name) {
        guard let parts = name.first?.split(separator: " "), parts.count == 2, parts[1].utf8.count == 1 else {
            return
        }
        name.first = String(parts[0])
        name.middle = [String(parts[1])]
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
