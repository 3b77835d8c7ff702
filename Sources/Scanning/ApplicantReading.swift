public import AAMVA

/// Reads a licence's record as an applicant: the local decode.
///
/// Source: `docs/till-protocol.md`, "applicant, field by field" and "warnings".
public struct ApplicantReading {
    let record: Record
    let license: License
    let settings: ApplicantSettings
    let today: Today
    var applicant = Applicant()
    var warnings: [ApplicantWarning] = []

    /// The applicant with what a till should know of it, or `missing_required`. It never throws: whatever else is missing or
    /// strange in a record is a warning.
    ///
    /// - Parameter document: whether every decoded element is wanted beside the applicant.
    public static func resolve(
        _ record: Record, settings: ApplicantSettings, today: Today, document: Bool
    ) -> Resolution {
        var reading = ApplicantReading(record, settings: settings, today: today)
        if let failure = reading.missingRequired { return .failed(failure) }
        reading.read()
        return .applicant(
            reading.applicant, source: .local, document: document ? Document(record) : nil,
            warnings: reading.warnings)
    }

    private init(_ record: Record, settings: ApplicantSettings, today: Today) {
        self.record = record
        license = License(record)
        self.settings = settings
        self.today = today
    }

    private mutating func read() {
        readNames()
        readDates()
        readAddress()
        readCard()
        warnOfDates()
        warnOfTruncatedNames()
        warnOfMissingFields()
        warnOfFindings()
    }

    private mutating func readNames() {
        let nameCase = settings.nameCase
        applicant[.firstName] = license.firstName.map(nameCase.applied(_:))
        applicant[.lastName] = license.lastName.map(nameCase.applied(_:))
        applicant[.nameSuffix] = license.nameSuffix.map(nameCase.applied(toSuffix:))
        if let first = license.middleNames.first {
            let joined = license.middleNames.dropFirst().reduce(first) { $0 + " " + $1 }
            applicant[.middleName] = nameCase.applied(joined)
        }
    }

    private mutating func readDates() {
        applicant[.dob] = license.birthDate?.date.iso8601
        applicant[.govidExpiry] = license.expiryDate?.date.iso8601
    }

    private mutating func readAddress() {
        applicant[.address1] = license.street1
        applicant[.address2] = license.street2
        applicant[.city] = license.city
        applicant[.province] = license.province
        applicant[.postalCode] = license.postalCode
        applicant[.country] = (license.country ?? license.issuer?.country)?.rawValue
    }

    mutating func warn(
        _ code: ApplicantWarning.Code, _ field: Applicant.Field? = nil, _ message: String
    ) {
        warnings.append(ApplicantWarning(code, field: field, message: message))
    }
}

extension ApplicantReading: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "ApplicantReading(\(warnings.count) warnings)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
