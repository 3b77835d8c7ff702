/// A record's content as a person would read it off the card: typed, trimmed, sentinels and padding gone.
///
/// Absent means that the card doesn't say, or says it unreadably; `Record.elements` still holds what was scanned.
public struct License: Sendable {
    public enum Kind: Hashable, Sendable {
        /// Subfiles `DL` and `EN`, and stripes with a licence number.
        case driverLicense
        case identificationCard
    }

    public let kind: Kind
    /// By the issuer identification number; `nil` where it is unknown or unreadable.
    public let issuer: Jurisdiction?
    public let birthDate: LicenseDate?
    public let expiryDate: LicenseDate?
    public let issueDate: LicenseDate?
    public let country: Jurisdiction.Country?
    /// The elements whose dates are impossible or unreadable.
    public let unreadableDates: [ElementID]
    /// The names that the card says were cut to fit (DDE, DDF, DDG `T`): DCS, DAC, DAD.
    public let truncatedNames: [ElementID]
    /// Names, address and number: as places in the record where they stand there, since a string for each takes longer
    /// than all the rest.
    package let texts: LicenseTexts
    /// The record's, and perhaps others behind them, in which `texts` are.
    package let bytes: [UInt8]

    /// Reads a record's elements as values: by what is there, not by what the version should have.
    ///
    /// It cannot fail: what is missing or unreadable stays absent.
    public init(_ record: borrowing Record) {
        let bytes = record.bytes.span
        let reader = LicenseReader(record)
        kind = reader.kind(record)
        issuer = record.issuer.flatMap { Jurisdiction.issuing($0) }
        let dates = reader.dates(bytes)
        birthDate = dates.birth
        expiryDate = dates.expiry
        issueDate = dates.issue
        unreadableDates = dates.unreadable
        var texts = LicenseTexts(record)
        reader.readNames(bytes, issuer: issuer, into: &texts)
        reader.readAddress(bytes, into: &texts)
        texts.number = reader.number(record, issuer: issuer, &texts)
        country = issuer?.country ?? reader.country(bytes, texts)
        truncatedNames = reader.truncatedNames(record)
        self.bytes = texts.takeBytes(record)
        self.texts = consume texts
    }
}

extension License {
    public var lastName: String? { string(texts.lastName) }
    public var firstName: String? { string(texts.firstName) }
    /// In the card's order, one name each.
    public var middleNames: [String] {
        string(texts.middleNames)?.split(separator: " ").map { String($0) } ?? []
    }
    public var nameSuffix: String? { string(texts.nameSuffix) }
    public var street1: String? { string(texts.street1) }
    public var street2: String? { string(texts.street2) }
    public var city: String? { string(texts.city) }
    /// The address's jurisdiction (DAJ), two letters; not the issuer.
    public var province: String? { string(texts.province) }
    /// Canada `A1A 1A1`; United States `12345` or `12345-6789`; else as on the card.
    public var postalCode: String? { string(texts.postalCode) }
    /// Upper case, blanks and hyphens removed.
    public var number: String? { string(texts.number) }

    private func string(_ text: LicenseText?) -> String? {
        text.map { bytes.span.text($0.place) }
    }
}

extension License: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind and the issuer, which thousands share, and nothing of the person.
    public var description: String { "License(\(kind), \(issuer?.code ?? "unknown issuer"))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
