import AAMVA
import Scanning
import Testing

/// A record's applicant in words, for comparison: fields by key, warnings as `code field`.
struct SampleReading {
    static let today = Today(CalendarDate(year: 2026, month: 6, day: 15)!)

    let fields: [String: String]
    let warnings: [String]
    let messages: [String]
    let document: Document?

    init(
        _ record: Record, settings: ApplicantSettings = ApplicantSettings(), today: Today = Self.today
    ) throws {
        let resolution = ApplicantReading.resolve(record, settings: settings, today: today, document: true)
        guard case .applicant(let applicant, .local, let document, let warnings) = resolution else {
            throw UnexpectedFailure()
        }
        self.document = document
        fields = Dictionary(
            uniqueKeysWithValues: Applicant.Field.allCases.compactMap { field in
                applicant[field].map { (field.rawValue, $0) }
            })
        self.warnings = warnings.map { "\($0.code.rawValue)\($0.field.map { " " + $0.rawValue } ?? "")" }
        messages = warnings.map(\.message)
    }

    /// The sample licence with some elements changed, or left out where `nil`.
    init(
        _ changes: KeyValuePairs<StaticString, String?>, settings: ApplicantSettings = ApplicantSettings(),
        today: Today = Self.today, subfile: SubfileType = .driverLicense, issuer: Int? = 636012,
        findings: [Finding] = []
    ) throws {
        let record = SampleRecord.make(
            SampleRecord.ontario(changes), subfile: subfile, issuer: issuer, findings: findings)
        try self.init(record, settings: settings, today: today)
    }

    /// Why the sample licence with these changes is no applicant.
    static func failure(_ changes: KeyValuePairs<StaticString, String?>) -> ScanFailure? {
        let record = SampleRecord.make(SampleRecord.ontario(changes))
        let resolution = ApplicantReading.resolve(
            record, settings: ApplicantSettings(), today: today, document: false)
        return if case .failed(let failure) = resolution { failure } else { nil }
    }

    struct UnexpectedFailure: Error {}
}
