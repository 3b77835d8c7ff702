public import AAMVA

extension Document {
    /// Every element of a record with the standard's name and reading of it, but for social security and health numbers.
    init(_ record: Record) {
        let header: Header? = if case .aamva(let header) = record.layout { header } else { nil }
        self.init(
            version: header?.version, issuer: record.issuer?.digits,
            items: record.elements.compactMap { Item($0, of: record) })
    }
}

extension Document.Item {
    /// An element with the standard's name and reading of it; `nil` for what is never shown.
    public init?(_ element: Element, of record: Record) {
        let header: Header? = if case .aamva(let header) = record.layout { header } else { nil }
        let definition = ElementDefinition.of(element.id, version: header?.version)
        guard definition?.isRedacted != true else { return nil }
        let text = record.text(of: element).trimmingBlanks
        var value = definition.flatMap { $0.value(of: text) }
        if header == nil { value = Self.stripeValue(element.id, text, License(record)) ?? value }
        self.init(
            id: element.id.code, subfile: element.subfile.code, name: definition?.name, text: text,
            value: value)
    }

    /// What a stripe's dates and number mean only together with its other fields.
    private static func stripeValue(_ id: ElementID, _ text: String, _ license: License) -> String? {
        switch id {
        case ElementID("DBA"):
            license.expiryDate.map {
                $0.precision == .month ? String($0.date.iso8601.prefix(7)) : $0.date.iso8601
            }
        case ElementID("DBB"): license.birthDate?.date.iso8601
        case ElementID("DAQ"): license.number == text ? nil : license.number
        default: nil
        }
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
