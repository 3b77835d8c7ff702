extension Jurisdiction {
    /// Whether a licence number, upper case and without blanks and hyphens, has the jurisdiction's published form.
    ///
    /// For warnings only: real cards contradict every public list. `nil` where no form is known.
    public func accepts(number: String) -> Bool? {
        accepts(number.utf8.span)
    }

    private func accepts(_ number: Span<UInt8>) -> Bool? {
        let places = Self.places[row]
        return places.isEmpty ? nil : places.contains { Self.forms[$0].matches(number) }
    }

    /// - Parameter bytes: of the licence that the number is from.
    package func accepts(_ number: LicenseText?, of bytes: Span<UInt8>) -> Bool? {
        number.flatMap { accepts(bytes.extracting($0.place)) }
    }

    /// Row by row. A list for each row would be counted whenever one is looked at.
    private static let forms = table.flatMap { row in
        (numberForms[row.code] ?? []).map { NumberPattern($0) }
    }

    /// By row, where its forms lie in `forms`; empty where none is known.
    private static let places: [Range<Int>] = {
        var end = 0
        return table.map { row in
            let start = end
            end += numberForms[row.code]?.count ?? 0
            return start..<end
        }
    }()

    /// By the jurisdiction's code: `A` a letter, `9` a digit, `*` either or an asterisk, `'…'` as written; `n` or `m-n` times.
    ///
    /// Sources: Canada: Purview, the provinces' own code and samples; the United States: the union of justinlettau's,
    /// turnhq's and mikemfleming's lists and of the table of the National Traffic Safety Institute. Lists disagree on
    /// Alabama, Nunavut and Yukon, where all their forms are taken; Newfoundland's, Quebec's and the Northwest
    /// Territories' come from one list each.
    static let numberForms: [String: [StaticString]] = [
        "ON": ["A1 914"], "BC": ["97", "99"], "AB": ["95-9"], "QC": ["A1 912"], "SK": ["98"], "MB": ["*12"],
        "NS": ["A5 99"], "NB": ["95-7"], "NL": ["A1 99"], "PE": ["95-6"], "NT": ["96"], "NU": ["95-9"],
        "YT": ["96", "910"],
        "AL": ["91-8"], "AK": ["91-7"], "AZ": ["A1 98", "99", "A2 92-5"], "AR": ["94-9"], "CA": ["A1 97"],
        "CO": ["99", "A1-2 92-6"], "CT": ["99"], "DE": ["91-7"], "DC": ["97", "99"], "FL": ["A1 912"],
        "GA": ["97-9"], "HI": ["A1 98", "99"], "ID": ["A2 96 A1", "99"], "IL": ["A1 911-12"],
        "IN": ["910", "A0-1 99"], "IA": ["99", "93 A2 94"], "KS": ["A1 98", "99", "A1 91 A1 91 A1"],
        "KY": ["A1 98-9", "99"], "LA": ["91-9"], "ME": ["97 A0-1", "98"], "MD": ["A1 912"],
        "MA": ["A1 98", "99"],
        "MI": ["A1 912", "910"], "MN": ["A1 912"], "MS": ["99"],
        "MO": ["A1 95-9", "99", "98 A2", "99 A1", "A1 96 'R'", "93 A1 96"], "MT": ["99", "913-14", "A1 98"],
        "NE": ["A1 96-8"], "NV": ["99-10", "912", "'X' 98"], "NH": ["92 A3 95", "'NHI' 98"], "NJ": ["A1 914"],
        "NM": ["98-9"], "NY": ["98-9", "A1 97", "916", "A1 918", "A8"], "NC": ["91-12"],
        "ND": ["99", "A3 96"],
        "OH": ["A2 96", "A1 94-8", "98"], "OK": ["A0-1 99"], "OR": ["91-9"], "PA": ["98"],
        "RI": ["97", "A1 96"],
        "SC": ["95-11"], "SD": ["96-10", "912"], "TN": ["97-9"], "TX": ["97-8"], "UT": ["94-10"],
        "VT": ["98", "97 'A'"], "VA": ["A1 98-11", "99"], "WA": ["A1 *11"], "WV": ["A1-2 95-6", "97"],
        "WI": ["A1 913"], "WY": ["99-10"],
    ]
}
