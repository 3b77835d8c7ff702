import AAMVA

extension Document {
    /// Every element of a record with the standard's name and reading of it, but for social security and health numbers.
    init(_ record: Record) {
        let header: Header? = if case .aamva(let header) = record.layout { header } else { nil }
        var items = record.elements.compactMap { Item($0, of: record, version: header?.version) }
        if header == nil { items = items.map { $0.read(License(record)) } }
        self.init(version: header?.version, issuer: record.issuer?.digits, items: items)
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

    /// A stripe's expiry and number mean something only together with its other fields.
    fileprivate func read(_ license: License) -> Document.Item {
        let value: String? =
            switch id {
            case "DBA": license.expiryDate.map { $0.precision == .month ? String($0.date.iso8601.dropLast(3)) : $0.date.iso8601 }
            case "DBB": license.birthDate?.date.iso8601
            case "DAQ": license.number == text ? nil : license.number
            default: self.value
            }
        return Document.Item(id: id, subfile: subfile, name: name, text: text, value: value)
    }
}

extension ElementDefinition {
    /// What a value means where the standard says so: a date, a measure, or a code in words.
    fileprivate func value(of text: String) -> String? {
        switch kind {
        case .date: Array(text.utf8).date?.iso8601
        case .jurisdiction: Jurisdiction.coded(text.uppercased())?.name
        case .measure where id == ElementID("DAU") || id == ElementID("DAV"): Height.value(of: text)
        case .measure where id != ElementID("DCE"): text.measure
        default: ElementCodes.meaning(of: text, in: id)
        }
    }
}

extension [UInt8] {
    fileprivate var date: CalendarDate? { CalendarDate.read(span, indices)?.date }
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
