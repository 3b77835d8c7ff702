extension ApplicantSettings.NameCase {
    /// A name in this case. A name that the card already writes in both cases is left alone: it knows its `McDonald`.
    func applied(_ name: String) -> String {
        guard self == .title, !name.contains(where: \.isLowercase) else { return name }
        var title = ""
        var isWordStart = true
        for character in name {
            title += isWordStart ? character.uppercased() : character.lowercased()
            isWordStart = !(character.isLetter || character.isNumber)
        }
        return title
    }

    /// `JR` becomes `Jr`, and `III` stays.
    func applied(toSuffix suffix: String) -> String {
        suffix.allSatisfy { "IVX".contains($0) } ? suffix : applied(suffix)
    }
}
