extension Jurisdiction {
    /// The jurisdiction that an issuer identification number belongs to; `nil` for test numbers and unknown ones.
    ///
    /// Source: AAMVA, "Issuer identification numbers" (2023).
    public static func issuing(_ issuer: IssuerIdentificationNumber) -> Jurisdiction? {
        let index = issuer.number - firstMain
        if main.indices.contains(index) { return main[index] }
        let other = issuer.number - firstOther
        if others.indices.contains(other) { return others[other] }
        return special.first { $0.number == issuer.number }.flatMap { coded($0.code) }
    }

    /// The jurisdiction of a two-letter code as addresses have it, in capital letters.
    public static func coded(_ twoLetters: String) -> Jurisdiction? {
        let letters = twoLetters.utf8.span
        return letters.count == 2 ? coded(letters[0], letters[1]) : nil
    }

    /// - Parameter bytes: of the licence that the code is from.
    package static func coded(_ twoLetters: LicenseText?, of bytes: Span<UInt8>) -> Jurisdiction? {
        guard let place = twoLetters?.place, place.count == 2 else { return nil }
        return coded(bytes[place.lowerBound], bytes[place.lowerBound + 1])
    }

    /// The same, without the cost of a string.
    static func coded(_ first: UInt8, _ second: UInt8) -> Jurisdiction? {
        guard first.isUppercase, second.isUppercase else { return nil }
        return byLetters[Int(first - 0x41) * 26 + Int(second - 0x41)]
    }

    /// The jurisdiction of a name in English, in capital letters.
    static func named(_ name: String) -> Jurisdiction? {
        table.firstIndex { $0.name.uppercased() == name }.map { Jurisdiction(row: $0) }
    }

    private static let firstMain = 636_000
    private static let main: [Jurisdiction?] =
        [
            "VA", "NY", "MA", "MD", "NC", "SC", "CT", "LA", "MT", "NM", "FL", "DE", "ON", "NS", "CA", "TX",
            "NL",
            "NB", "IA", "GU", "CO", "AR", "KS", "OH", "VT", "PA", "AZ", "DT", "BC", "OR", "MO", "WI", "MI",
            "AL",
            "ND", "IL", "NJ", "IN", "MN", "NH", "UT", "ME", "SD", "DC", "SK", "WA", "KY", "HI", "MB", "NV",
            "ID",
            "MS", "RI", "TN", "NE", "GA", "CU", "HL", "OK", "AK", "WY", "WV", "VI",
        ].map { coded($0) }

    private static let firstOther = 604_426
    private static let others: [Jurisdiction?] =
        ["PE", "AS", "QC", "YT", "MP", "PR", "AB", "NU", "NT"].map { coded($0) }

    /// Numbers outside the registered blocks. Alberta's cards before 2018 bear 990876, which ISO/IEC 7812 doesn't assign.
    /// Sources: IdParser's and lamassu-machine's fixtures.
    private static let special: [(number: Int, code: String)] = [(990_876, "AB")]

    /// By the code's two letters, `AA` to `ZZ`.
    private static let byLetters: [Jurisdiction?] = {
        var byLetters = [Jurisdiction?](repeating: nil, count: 26 * 26)
        func place(_ code: String) -> Int {
            code.utf8.reduce(0) { $0 * 26 + Int($1 - 0x41) }
        }
        for (row, jurisdiction) in table.enumerated() {
            byLetters[place(jurisdiction.code)] = Jurisdiction(row: row)
        }
        // Newfoundland's code before 2001, which AAMVA still prints.
        byLetters[place("NF")] = byLetters[place("NL")]
        // Quebec's in French, and before 1991.
        byLetters[place("PQ")] = byLetters[place("QC")]
        return byLetters
    }()

    static let table: [(code: String, name: String, country: Country)] = [
        ("AB", "Alberta", .canada), ("BC", "British Columbia", .canada), ("MB", "Manitoba", .canada),
        ("NB", "New Brunswick", .canada), ("NL", "Newfoundland and Labrador", .canada),
        ("NS", "Nova Scotia", .canada), ("NT", "Northwest Territories", .canada), ("NU", "Nunavut", .canada),
        ("ON", "Ontario", .canada), ("PE", "Prince Edward Island", .canada), ("QC", "Quebec", .canada),
        ("SK", "Saskatchewan", .canada), ("YT", "Yukon", .canada), ("CU", "Coahuila", .mexico),
        ("HL", "Hidalgo", .mexico), ("AK", "Alaska", .unitedStates), ("AL", "Alabama", .unitedStates),
        ("AR", "Arkansas", .unitedStates), ("AS", "American Samoa", .unitedStates),
        ("AZ", "Arizona", .unitedStates), ("CA", "California", .unitedStates),
        ("CO", "Colorado", .unitedStates), ("CT", "Connecticut", .unitedStates),
        ("DC", "District of Columbia", .unitedStates), ("DE", "Delaware", .unitedStates),
        ("DT", "Department of State", .unitedStates), ("FL", "Florida", .unitedStates),
        ("GA", "Georgia", .unitedStates), ("GU", "Guam", .unitedStates), ("HI", "Hawaii", .unitedStates),
        ("IA", "Iowa", .unitedStates), ("ID", "Idaho", .unitedStates), ("IL", "Illinois", .unitedStates),
        ("IN", "Indiana", .unitedStates), ("KS", "Kansas", .unitedStates), ("KY", "Kentucky", .unitedStates),
        ("LA", "Louisiana", .unitedStates), ("MA", "Massachusetts", .unitedStates),
        ("MD", "Maryland", .unitedStates), ("ME", "Maine", .unitedStates), ("MI", "Michigan", .unitedStates),
        ("MN", "Minnesota", .unitedStates), ("MO", "Missouri", .unitedStates),
        ("MP", "Northern Mariana Islands", .unitedStates), ("MS", "Mississippi", .unitedStates),
        ("MT", "Montana", .unitedStates), ("NC", "North Carolina", .unitedStates),
        ("ND", "North Dakota", .unitedStates), ("NE", "Nebraska", .unitedStates),
        ("NH", "New Hampshire", .unitedStates), ("NJ", "New Jersey", .unitedStates),
        ("NM", "New Mexico", .unitedStates), ("NV", "Nevada", .unitedStates),
        ("NY", "New York", .unitedStates),
        ("OH", "Ohio", .unitedStates), ("OK", "Oklahoma", .unitedStates), ("OR", "Oregon", .unitedStates),
        ("PA", "Pennsylvania", .unitedStates), ("PR", "Puerto Rico", .unitedStates),
        ("RI", "Rhode Island", .unitedStates), ("SC", "South Carolina", .unitedStates),
        ("SD", "South Dakota", .unitedStates), ("TN", "Tennessee", .unitedStates),
        ("TX", "Texas", .unitedStates), ("UT", "Utah", .unitedStates), ("VA", "Virginia", .unitedStates),
        ("VI", "Virgin Islands", .unitedStates), ("VT", "Vermont", .unitedStates),
        ("WA", "Washington", .unitedStates), ("WI", "Wisconsin", .unitedStates),
        ("WV", "West Virginia", .unitedStates), ("WY", "Wyoming", .unitedStates),
    ]
}
