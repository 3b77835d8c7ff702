public import AAMVA

/// Reads a licence's record as an applicant: the local decode.
///
/// Source: `docs/till-protocol.md`, "applicant, field by field" and "warnings".
public struct ApplicantReading {
    let settings: ApplicantSettings
    let today: Today
    let isStripe: Bool
    /// The elements whose dates are impossible or unreadable.
    let unreadableDates: [ElementID]
    var applicant = Applicant()
    var warnings: [ApplicantWarning] = []

    /// The applicant with what a till should know of it, or `missing_required`. It never throws: whatever else is missing or
    /// strange in a record is a warning.
    ///
    /// - Parameter document: whether every decoded element is wanted beside the applicant.
    public static func resolve(
        _ record: Record, settings: ApplicantSettings, today: Today, document: Bool
    ) -> Resolution {
        let license = License(record)
        if let failure = missingRequired(license) { return .failed(failure) }
        var reading = ApplicantReading(license, of: record, settings: settings, today: today)
        return reading.takeResolution(from: .local, document: document ? Document(record) : nil)
    }

    /// Takes applicant and warnings out of the reading, which is of no use then: nothing is copied, and nothing counted.
    mutating func takeResolution(
        from source: TillMessage.ApplicantLine.Source, document: Document?
    ) -> Resolution {
        var (applicant, warnings) = (Applicant.empty, [ApplicantWarning]())
        swap(&applicant, &self.applicant)
        swap(&warnings, &self.warnings)
        return .applicant(applicant, source: source, document: document, warnings: warnings)
    }

    /// A record as far as it goes, required or not.
    init(reading record: Record, settings: ApplicantSettings, today: Today) {
        self.init(License(record), of: record, settings: settings, today: today)
    }

    private init(
        _ license: License, of record: borrowing Record, settings: ApplicantSettings, today: Today
    ) {
        self.settings = settings
        self.today = today
        if case .magneticStripe = record.layout { isStripe = true } else { isStripe = false }
        unreadableDates = license.unreadableDates
        read(license)
        warn(of: record.findings)
    }

    /// The fields in their order, as that takes least time.
    private mutating func read(_ license: License) {
        readNames(license)
        applicant.set(.dob, license.birthDate)
        readAddress(license)
        readCard(license)
        applicant.set(.govidExpiry, license.expiryDate)
        warnOfDates(license)
        warnOfTruncatedNames(license)
        warnOfMissingFields()
    }

    private mutating func readNames(_ license: License) {
        guard settings.nameCase == .asIs else { return readNamesInCase(license) }
        let bytes = license.bytes.span
        applicant.set(.firstName, license.texts.firstName, of: bytes)
        applicant.set(.middleName, license.texts.middleNames, of: bytes)
        applicant.set(.lastName, license.texts.lastName, of: bytes)
        applicant.set(.nameSuffix, license.texts.nameSuffix, of: bytes)
    }

    private mutating func readNamesInCase(_ license: License) {
        let nameCase = settings.nameCase
        applicant[.firstName] = license.firstName.map(nameCase.applied(_:))
        applicant[.middleName] = nameCase.applied(license.middleNames.joined(separator: " "))
        applicant[.lastName] = license.lastName.map(nameCase.applied(_:))
        applicant[.nameSuffix] = license.nameSuffix.map(nameCase.applied(toSuffix:))
    }

    private mutating func readAddress(_ license: License) {
        let bytes = license.bytes.span
        applicant.set(.address1, license.texts.street1, of: bytes)
        applicant.set(.address2, license.texts.street2, of: bytes)
        applicant.set(.city, license.texts.city, of: bytes)
        applicant.set(.province, license.texts.province, of: bytes)
        applicant.set(.postalCode, license.texts.postalCode, of: bytes)
        if let country = license.country ?? license.issuer?.country {
            applicant.set(.country, utf8: country.rawValue.utf8.span)
        }
    }

    mutating func warn(
        _ code: ApplicantWarning.Code, _ field: Applicant.Field? = nil, _ message: String
    ) {
        warnings.append(ApplicantWarning(code, field: field, message: message))
    }
}

extension Applicant {
    /// - Parameter bytes: of the licence that the text is from.
    @inline(__always)
    mutating func set(_ field: Field, _ text: LicenseText?, of bytes: Span<UInt8>) {
        switch text {
        case .scanned(let place): set(field, utf8: bytes.extracting(place))
        case .written(let place): self[field] = String(copying: bytes.extracting(place))
        case nil: break
        }
    }

    mutating func set(_ field: Field, _ date: LicenseDate?) {
        guard let date else { return }
        set(field, utf8: date.date.digits.span)
    }
}

extension ApplicantReading: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "ApplicantReading(\(warnings.count) warnings)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
