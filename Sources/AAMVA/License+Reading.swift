extension License {
    /// Reads a record's elements as values: by what is there, not by what the version should have.
    ///
    /// It cannot fail: what is missing or unreadable stays absent.
    public init(_ record: borrowing Record) {
        let bytes = record.bytes.span
        let reader = LicenseReader(record)
        kind = reader.kind(record)
        issuer = record.issuer.flatMap { Jurisdiction.issuing($0) }
        let name = reader.name(bytes, issuer: issuer)
        lastName = name.last
        firstName = name.first
        middleNames = name.middle
        nameSuffix = name.suffix
        let dates = reader.dates(bytes)
        birthDate = dates.birth
        expiryDate = dates.expiry
        issueDate = dates.issue
        unreadableDates = dates.unreadable
        let address = reader.address(bytes)
        street1 = address.street1
        street2 = address.street2
        city = address.city
        province = address.province
        postalCode = address.postalCode
        country = issuer?.country ?? reader.country(bytes)
        number = reader.number(record, issuer: issuer)
        truncatedNames = reader.truncatedNames(record)
    }
}

extension License: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind and the issuer, which thousands share, and nothing of the person.
    public var description: String { "License(\(kind), \(issuer?.code ?? "unknown issuer"))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
