/// How an issuer writes names where it departs from the standard.
struct NameHabits {
    /// The full name (DAA) has the given names first.
    var familyNameLast = false
    /// The first name (DAC) has the middle initial behind it, and DAD is empty.
    var initialInFirstName = false

    static func of(_ issuer: Jurisdiction?) -> NameHabits {
        issuer.flatMap { table[$0.code] } ?? NameHabits()
    }

    private static let table: [String: NameHabits] = [
        // `FIRST M LAST`, with blanks, in version 01. Source: IdParser, issue 15.
        "PA": NameHabits(familyNameLast: true),
        // Version 01. Sources: IdParser, issue 33; lamassu-machine's decoder.
        "CO": NameHabits(familyNameLast: true),
        // Version 04. Source: IdParser's fixture.
        "WY": NameHabits(initialInFirstName: true),
    ]
}
