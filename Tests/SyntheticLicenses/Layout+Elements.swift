extension Layout {
    typealias Element = (id: String, value: String)

    /// The main subfile's elements in the standard's order.
    func elements(of holder: Holder, using random: inout SplitMix64) -> [Element] {
        var elements: [Element] = [("DAQ", holder.number)]
        elements += names(of: holder) + address(of: holder) + dates(of: holder)
        elements += version == 1 ? earlyCodes(using: &random) : codes(using: &random)
        if hasOptions { elements += options(of: holder, using: &random) }
        guard isPadded else { return elements }
        return elements.map { ($0.id, $0.value.padded(to: Self.widths[$0.id] ?? 0)) }
    }

    /// The standard's widths in version 02, whose values are padded.
    private static let widths = [
        "DAA": 35, "DAB": 35, "DAC": 35, "DAD": 35, "DCS": 40, "DCT": 80, "DAG": 35, "DAI": 20, "DAK": 11,
        "DAQ": 25, "DCA": 4, "DCB": 10, "DCD": 5, "DCF": 25, "DAR": 4, "DAS": 10, "DAT": 5,
    ]

    private func names(of holder: Holder) -> [Element] {
        let given = [holder.firstName] + holder.middleNames
        let middle = holder.middleNames.joined(separator: " ")
        let suffix = holder.nameSuffix.map { [Element(version == 1 ? "DAE" : "DCU", $0)] } ?? []
        switch names {
        case .full:
            // The suffix has a place of its own behind the middle names', which may be empty.
            let parts =
                [holder.familyName, holder.firstName, middle] + (holder.nameSuffix.map { [$0] } ?? [])
            return [("DAA", parts.joined(separator: ","))]
        case .early:
            return [("DAB", holder.familyName), ("DAC", holder.firstName), ("DAD", middle)] + suffix
        case .given(let comma):
            return [("DCS", holder.familyName), ("DCT", given.joined(separator: comma ? "," : " "))] + suffix
        case .separate:
            return [
                ("DCS", holder.familyName), ("DDE", "N"), ("DAC", holder.firstName), ("DDF", "N"),
                ("DAD", middle.isEmpty ? sentinel : middle), ("DDG", "N"),
            ] + suffix
        }
    }

    private func address(of holder: Holder) -> [Element] {
        let plain = holder.postalCode.filter { $0 != " " && $0 != "-" }
        // A ZIP code without its last four digits has zeros there.
        let postalCode = plain.utf8.count == 5 ? plain + "0000" : plain
        let street2 = holder.street2.map { [Element("DAH", $0)] } ?? []
        return [("DAG", holder.street1)] + street2
            + [("DAI", holder.city), ("DAJ", holder.province), ("DAK", postalCode.padded(to: 11))]
    }

    private func dates(of holder: Holder) -> [Element] {
        [("DBA", holder.expiry), ("DBB", holder.birth), ("DBD", holder.issue)].map {
            ($0, isYearFirst ? $1.yearFirst : $1.monthFirst)
        }
    }

    private func earlyCodes(using random: inout SplitMix64) -> [Element] {
        [
            ("DAR", "D"), ("DAS", ""), ("DAT", ""), ("DBC", random.one(of: ["M", "F", "1", "2"])),
            ("DAU", "509"), ("DAY", random.one(of: Self.eyes)), ("DAZ", "BRO"),
        ]
    }

    private func codes(using random: inout SplitMix64) -> [Element] {
        let classes: [Element] = type == "ID" ? [] : [("DCA", "D"), ("DCB", sentinel), ("DCD", sentinel)]
        let commerce: [Element] = version <= 3 ? [("DCH", sentinel)] : []
        return classes + commerce + [
            ("DBC", random.one(of: ["1", "2"])), ("DAY", random.one(of: Self.eyes)),
            ("DAU", random.one(of: ["068 in", "173 cm", "073 IN"])),
            ("DCF", random.letters(2) + random.digits(10)), ("DCG", country ?? ""),
        ]
    }

    private static let eyes = ["BLU", "BRO", "GRN", "HAZ", "UNK"]

    private func options(of holder: Holder, using random: inout SplitMix64) -> [Element] {
        guard version > 1 else { return [("DAW", "160"), ("DBF", "01"), ("DBH", "Y")] }
        var options: [Element] = [
            ("DAZ", "BRO"), ("DCE", "4"), ("DCK", random.digits(12)), ("DCI", "CANADA"),
        ]
        if version >= 3 { options += [("DDA", "F"), ("DDD", "1")] }
        if version >= 4 {
            options += [("DDB", isYearFirst ? holder.issue.yearFirst : holder.issue.monthFirst)]
        }
        if version >= 6 { options += [("DDK", "1")] }
        if version >= 7 { options += [("DDL", "1")] }
        if version >= 11 { options += [("DDM", "1")] }
        return options
    }
}

extension String {
    /// Blanks on the right up to so many characters.
    func padded(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - unicodeScalars.count))
    }
}
