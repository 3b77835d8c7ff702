/// How an issuer writes names where it departs from the standard.
struct NameHabits {
    /// How the full name (DAA) has the family name at its end.
    enum FullName {
        /// Where blanks separate the names; with commas it goes by the standard.
        case familyNameLastInWords
        /// With any separator, but by sources of which none is the issuer, so the names are in doubt.
        case familyNameLast
    }

    /// `nil` for the standard's order, family name first.
    var fullName: FullName?
    /// The first name (DAC) has the middle name behind it, and DAD is empty.
    var middleInFirstName = false

    static func of(_ issuer: Jurisdiction?) -> NameHabits {
        issuer.flatMap { table[$0.code] } ?? NameHabits()
    }

    private static let table: [String: NameHabits] = [
        // `FIRST M LAST`, with blanks, in version 01. Source: IdParser, issue 15.
        "PA": NameHabits(fullName: .familyNameLastInWords),
        // Version 01. Sources: IdParser, issue 33; lamassu-machine's decoder.
        "CO": NameHabits(fullName: .familyNameLast),
        // Version 04. Sources: the fixtures of IdParser and of DriverLicenseParser.
        "WY": NameHabits(middleInFirstName: true),
    ]
}
