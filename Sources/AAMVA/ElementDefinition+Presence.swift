extension ElementDefinition {
    /// Whether nearly every card of some version has the element.
    var isExpected: Bool { Self.expected.contains(id) }

    /// Whether many cards lack the element, so that its absence is no sign that a text which spells it holds it.
    var mayBeOmitted: Bool { !isExpected || Self.omissible.contains(id) }

    /// How much an element's presence speaks for a reading: elements that nearly every card has count for more than all
    /// others together, and those that hardly any has for nothing.
    var presence: Int { isExpected ? 100 : Self.rare.contains(id) ? 0 : 1 }

    /// Whether few cards have the element, and nothing in its form keeps another's value out.
    var isUncommon: Bool {
        !isExpected
            && (kind == .text || kind == .name || kind == .letters || kind == .measure || kind == .flag)
    }

    /// Whether nearly every card that has both elements writes the other one next: an address's parts, and a name and
    /// whether it was cut.
    func isFollowed(by other: ElementID) -> Bool { Self.successors[id]?.contains(other) == true }

    /// Source: the order of AAMVA DL/ID Card Design Standard's tables and samples, and of issuers' cards.
    private static let successors: [ElementID: [ElementID]] = [
        .street1: [.street2, .city], .street2: [.city], .city: [.province], .province: [.postalCode],
        .familyName: [.familyNameTruncation, .givenNames], .firstName: [.firstNameTruncation],
        .middleName: [.middleNameTruncation],
    ]
    private static let rare: Set<ElementID> = [
        ElementID("DAF"), ElementID("DBE"), ElementID("DBF"), ElementID("DBG"), ElementID("DBI"),
        ElementID("DBJ"), ElementID("DBL"), ElementID("DBN"), ElementID("DBO"), ElementID("DBP"),
        ElementID("DBQ"), ElementID("DBR"), ElementID("DBS"), ElementID("DCI"), ElementID("DCL"),
        ElementID("DCM"), ElementID("DCN"), ElementID("DCO"), ElementID("DCP"), ElementID("DCQ"),
        ElementID("DCR"),
    ]
    private static let omissible: Set<ElementID> = [
        .middleName, .eyeColor, ElementID("DAR"), ElementID("DAS"), ElementID("DAT"),
    ]
    private static let expected: Set<ElementID> = [
        .fullName, .lastName, .firstName, .middleName, .street1, .city, .province, .postalCode, .number,
        .height,
        .eyeColor,
        .expiryDate, .birthDate, .sex, .issueDate, .documentDiscriminator, .country, .familyName, .givenNames,
        .familyNameTruncation, .firstNameTruncation, .middleNameTruncation, ElementID("DCA"),
        ElementID("DCB"),
        ElementID("DCD"), ElementID("DAR"), ElementID("DAS"), ElementID("DAT"),
    ]
}
