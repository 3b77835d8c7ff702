import AAMVA

extension Document {
    /// Every element of a record with the standard's name and reading of it, but for social security and health numbers.
    init(_ record: Record) {
        let header: Header? = if case .aamva(let header) = record.layout { header } else { nil }
        self.init(
            version: header?.version, issuer: record.issuer?.digits,
            items: record.elements.compactMap { Item($0, of: record, version: header?.version) })
    }
}

extension Document.Item {
    /// `nil` for what is never shown.
    fileprivate init?(_ element: Element, of record: Record, version: Int?) {
        let definition = ElementDefinition.of(element.id, version: version)
        guard definition?.isRedacted != true else { return nil }
        let text = record.text(of: element).trimmingBlanks
        self.init(
            id: element.id.code, subfile: element.subfile.code, name: definition?.name, text: text,
            value: definition.flatMap { $0.value(of: text) })
    }
}

extension ElementDefinition {
    /// What a value means where the standard says so: a date, a measure, or a code in words.
    fileprivate func value(of text: String) -> String? {
        switch kind {
        case .date: CalendarDate(scanned: text)?.iso8601
        case .measure where id != ElementID("DCE"): text.measure
        default: ElementCodes.meaning(of: text, in: id)
        }
    }
}

extension CalendarDate {
    /// Eight digits, CCYYMMDD or MMDDCCYY, whichever is a date of the years 1900 to 2099; no eight digits are both.
    fileprivate init?(scanned text: String) {
        guard text.utf8.count == 8, text.utf8.allSatisfy(\.isASCIIDigit), let digits = Int(text) else {
            return nil
        }
        let yearFirst = (year: digits / 10_000, rest: digits % 10_000)
        let yearLast = (year: digits % 10_000, rest: digits / 10_000)
        let (year, rest) = (1900...2099).contains(yearFirst.year) ? yearFirst : yearLast
        guard (1900...2099).contains(year) else { return nil }
        self.init(year: year, month: rest / 100, day: rest % 100)
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0.isNewline || $0 == "\t" || $0 == "\0" }
        let start = drop(while: isBlank)
        let end = start.lastIndex { !isBlank($0) }
        return end.map { String(start[...$0]) } ?? ""
    }

    /// Digits and a unit without leading zeros, such as `68 in` for `068 IN`; `nil` for another form.
    fileprivate var measure: String? {
        let digits = prefix { $0.isASCII && $0.isNumber }
        let unit = self[digits.endIndex...].lowercased().trimmingBlanks
        guard let number = Int(digits), ["", "in", "cm", "lb", "kg"].contains(unit) else { return nil }
        return unit.isEmpty ? "\(number)" : "\(number) \(unit)"
    }
}
