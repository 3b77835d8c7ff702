import AAMVA
import Scanning

/// One decoded record on its way to a till.
struct RecordTrial {
    private let record: Record
    private let inputCount: Int

    init(_ record: Record, inputCount: Int) {
        self.record = record
        self.inputCount = inputCount
    }

    func run() {
        // A letter that a dead key joined with its `^` is one byte on the line and two on the stripe.
        demand(record.bytes.count <= 2 * inputCount, "a record holds at most twice what was sent")
        demand(
            record.elements.allSatisfy { $0.value.upperBound <= record.bytes.count },
            "every element lies within its record")
        demand(record.elements.count <= record.bytes.count, "elements are fewer than bytes")
        demand(record.findings.allSatisfy { isWithin($0) }, "every finding's place lies within its record")
        describe()
        resolve()
    }

    private func isWithin(_ finding: Finding) -> Bool {
        switch finding {
        case .mended(_, let place), .doubtful(_, _, let place): (0...record.bytes.count).contains(place)
        case .lengthMismatch, .missingSubfile: true
        }
    }

    private func describe() {
        let license = License(record)
        let counts =
            "\(record.bytes.count) bytes, \(record.elements.count) elements, \(record.findings.count) findings"
        demand(
            String(reflecting: record) == "Record(\(counts))",
            "a record's description says no more than counts")
        let issuer = license.issuer?.code ?? "unknown issuer"
        demand(
            String(reflecting: license) == "License(\(license.kind), \(issuer))",
            "a license's description says no more than kind and issuer")
        demand(Mirror(reflecting: record).children.isEmpty, "a record's mirror is empty")
        demand(Mirror(reflecting: license).children.isEmpty, "a license's mirror is empty")
    }

    private func resolve() {
        guard let day = CalendarDate(year: 2026, month: 7, day: 1) else { return }
        for nameCase in ApplicantSettings.NameCase.allCases {
            let settings = ApplicantSettings(minimumAge: 19, nameCase: nameCase)
            let resolution = ApplicantReading.resolve(
                record, settings: settings, today: Today(day), document: true)
            guard case .applicant(let applicant, let source, let document, let warnings) = resolution else {
                return
            }
            demand(
                Applicant.Field.allCases.allSatisfy { applicant[$0]?.isEmpty != true }, "no value is empty")
            demand(
                String(reflecting: applicant).filter { !$0.isNumber } == "Applicant( of  fields)",
                "an applicant's description says no more than counts")
            demand(warnings.allSatisfy { !$0.message.isEmpty }, "every warning has a sentence")
            let line = TillMessage.applicant(
                TillMessage.ApplicantLine(
                    scan: .random(), scanner: "front", at: Timestamp(milliseconds: 0), source: source,
                    applicant: applicant, document: document, warnings: warnings))
            LineTrial(line.line(options: TillMessage.LineOptions(document: true))).run()
        }
    }
}
