/// Who issues a card: a row of AAMVA's list, written down apart from the decoder's.
///
/// Source: AAMVA, "Issuer identification numbers" (2023); Alberta's 990876 is on its cards from before 2018.
public struct Issuer: Hashable, Sendable {
    public enum Country: Hashable, Sendable {
        case canada, unitedStates, mexico
    }

    /// Six digits.
    public let number: String
    /// Two letters, as addresses have them.
    public let code: String
    public let country: Country

    public static let all: [Issuer] =
        numbered(
            from: 636_000,
            """
            VA NY MA MD NC SC CT LA MT NM FL DE ON NS CA TX NL NB IA GU CO AR KS OH VT PA AZ DT BC OR MO WI MI AL ND IL NJ IN MN \
            NH UT ME SD DC SK WA KY HI MB NV ID MS RI TN NE GA CU HL OK AK WY WV VI
            """)
        + numbered(from: 604_426, "PE AS QC YT MP PR AB NU NT") + numbered(from: 990_876, "AB")

    private static let canada = "AB BC MB NB NL NS NT NU ON PE QC SK YT".split(separator: " ").map(
        String.init)

    private static func numbered(from first: Int, _ codes: String) -> [Issuer] {
        codes.split(separator: " ").enumerated().map { index, code in
            let code = String(code)
            let isMexican = ["CU", "HL"].contains(code)
            let country: Country =
                canada.contains(code) ? .canada : isMexican ? .mexico : .unitedStates
            return Issuer(number: "\(first + index)", code: code, country: country)
        }
    }
}
