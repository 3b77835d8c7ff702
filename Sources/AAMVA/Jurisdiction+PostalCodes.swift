extension Jurisdiction {
    /// The codes of the provinces whose postal codes begin with a letter; empty where there are none.
    ///
    /// Source: Canada Post, "Addressing Guidelines", "Postal codes": the first letter is the postal district.
    static func provinces(ofPostalCode first: UInt8) -> [String] {
        districts.first { $0.letters.utf8.contains(first.uppercased) }?.codes ?? []
    }

    private static let districts: [(letters: String, codes: [String])] = [
        ("A", ["NL"]), ("B", ["NS"]), ("C", ["PE"]), ("E", ["NB"]), ("GHJ", ["QC"]), ("KLMNP", ["ON"]), ("R", ["MB"]),
        ("S", ["SK"]), ("T", ["AB"]), ("V", ["BC"]), ("X", ["NT", "NU"]), ("Y", ["YT"]),
    ]
}
