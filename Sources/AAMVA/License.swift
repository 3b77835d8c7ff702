/// A record's content as a person would read it off the card: typed, trimmed, sentinels and padding gone.
///
/// Absent means that the card doesn't say, or says it unreadably; `Record.elements` still holds what was scanned.
public struct License: Sendable {
    public enum Kind: Hashable, Sendable {
        /// Subfiles `DL` and `EN`, and stripes with a licence number.
        case driverLicense
        case identificationCard
    }

    public var kind: Kind
    /// By the issuer identification number; `nil` where it is unknown or unreadable.
    public var issuer: Jurisdiction?
    public var lastName: String?
    public var firstName: String?
    /// In the card's order, one name each.
    public var middleNames: [String]
    public var nameSuffix: String?
    public var birthDate: LicenseDate?
    public var expiryDate: LicenseDate?
    public var issueDate: LicenseDate?
    public var street1: String?
    public var street2: String?
    public var city: String?
    /// The address's jurisdiction (DAJ), two letters; not the issuer.
    public var province: String?
    /// Canada `A1A 1A1`; United States `12345` or `12345-6789`; else as on the card.
    public var postalCode: String?
    public var country: Jurisdiction.Country?
    /// Upper case, blanks and hyphens removed.
    public var number: String?
    /// The elements whose dates are impossible or unreadable.
    public var unreadableDates: [ElementID]
    /// The names that the card says were cut to fit (DDE, DDF, DDG `T`): DCS, DAC, DAD.
    public var truncatedNames: [ElementID]
}
