extension LicenseReader {
    struct Name {
        var last: String?
        var first: String?
        var middle: [String] = []
        var suffix: String?
    }

    /// The name by the elements that are there: DCS with DAC and DAD (version 04 on) or with DCT (02 and 03), DAB with
    /// DAC and DAD or the full name in DAA (01).
    func name(issuer: Jurisdiction?) -> Name {
        var name = Name()
        name.last = text(.familyName) ?? text(.lastName)
        if let first = value(.firstName) {
            name.first = text(first)
        } else if let given = value(.givenNames) {
            takeGiven(given, into: &name)
        }
        if name.middle.isEmpty { name.middle = value(.middleName).map { words($0) } ?? [] }
        if name.middle.isEmpty, NameHabits.of(issuer).initialInFirstName { splitInitial(of: &name) }
        if name.last == nil, let full = value(.fullName) {
            takeFull(full, NameHabits.of(issuer), into: &name)
        }
        if let suffix = text(.nameSuffix) ?? text(.earlySuffix) {
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
    private func takeGiven(_ given: Range<Int>, into name: inout Name) {
        let bytes = record.bytes.span
        let sign = [Byte.dollar, Byte.comma].first { sign in
            given.contains { bytes[$0] == sign }
        }
        if let sign {
            let parts = parts(given, separatedBy: sign)
            name.first = parts.first.flatMap { text($0) }
            name.middle = parts.dropFirst().flatMap { words($0) }
        } else {
            let parts = parts(given, separatedBy: Byte.space)
            name.first = parts.first.flatMap { text($0) }
            name.middle = parts.dropFirst().flatMap { words($0) }
        }
        if name.first == nil, !name.middle.isEmpty { name.first = name.middle.removeFirst() }
    }

    /// `LAST,FIRST,MIDDLE,SUFFIX`; `@` or `$` stand for the comma on early cards.
    private func takeFull(_ full: Range<Int>, _ habits: NameHabits, into name: inout Name) {
        let bytes = record.bytes.span
        let sign = [Byte.comma, Byte.dollar, Byte.at].first { sign in
            full.contains { bytes[$0] == sign }
        }
        guard let sign else {
            takeWords(full, habits, into: &name)
            return
        }
        var parts = parts(full, separatedBy: sign)
        while let last = parts.last, text(last) == nil { parts.removeLast() }
        let isFourthSuffix = parts.count == 4 && habits.fullName != .familyNameLast
        if parts.count > 2, let last = parts.last.flatMap({ text($0) }),
            isFourthSuffix || NameSuffix.isSuffix(last)
        {
            name.suffix = last
            parts.removeLast()
        }
        if habits.fullName == .familyNameLast, parts.count > 1 { parts.insert(parts.removeLast(), at: 0) }
        name.last = parts.first.flatMap { text($0) }
        if parts.count == 2 {
            takeGiven(parts[1], into: &name)
        } else if parts.count > 2 {
            name.first = text(parts[1])
            name.middle = parts[2...].flatMap { words($0) }
        }
    }

    /// Words with blanks between them don't say which is the family name, unless the issuer's order is known.
    private func takeWords(_ full: Range<Int>, _ habits: NameHabits, into name: inout Name) {
        var words = words(full)
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

    private func parts(_ range: Range<Int>, separatedBy sign: UInt8) -> [Range<Int>] {
        let bytes = record.bytes.span
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
    private func words(_ range: Range<Int>) -> [String] {
        let bytes = record.bytes.span
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
