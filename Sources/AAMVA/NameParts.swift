/// Elements that hold several names, in whose place other elements hold one each: a card has the one or the others.
enum NameParts {
    /// An element that holds several names, and the versions whose cards have it rather than its parts.
    struct Whole {
        let id: ElementID
        let parts: [ElementID]
        let versions: ClosedRange<Int>
    }

    static let wholes = [
        Whole(id: .fullName, parts: [.lastName, .firstName, .middleName], versions: 0...1),
        Whole(id: .givenNames, parts: [.firstName, .middleName], versions: 2...3),
    ]

    /// Whether one of the known elements holds the name that `id` would, on a card of the version.
    static func isReplaced(_ id: ElementID, _ known: ElementSet, version: Int?) -> Bool {
        wholes.contains { whole in
            whole.parts.contains(id) && known.contains(whole.id)
                && ElementDefinition.of(whole.id, version: version)?.versions.contains(min(version ?? 11, 11))
                    == true
        }
    }
}
