import AAMVA
import Scanning

extension StandInAPI {
    /// `customers/driverslicense`: the barcode's text in, the applicant out, by scanbridge's own decoder.
    ///
    /// What the service says to a code that it can't read is not published; here it is `wrong_inputs` with the code as the
    /// value, as any other input's.
    func driversLicense(_ call: Call) throws(Refusal) -> JSON {
        let body = try object(of: call)
        guard let code = body["code"]?.string, !code.isEmpty else { throw .wrongInput("code", body["code"]) }
        guard let applicant = Self.applicant(code) else { throw .wrongInput("code", .string(code)) }
        return json(applicant)
    }

    /// - Parameter code: characters up to U+00FF are the symbol's bytes, unless there are others: then it is UTF-8.
    private static func applicant(_ code: String) -> Applicant? {
        let scalars = code.unicodeScalars
        let payload =
            scalars.allSatisfy { $0.value <= 0xFF } ? scalars.map { UInt8($0.value) } : Array(code.utf8)
        guard case .record(.success(let record)) = RecordDecoder.decode(payload) else { return nil }
        // The day only matters to warnings, and the service gives none.
        guard let day = CalendarDate(year: 2000, month: 1, day: 1),
            case .applicant(let applicant, _, _, _) = ApplicantReading.resolve(
                record, settings: ApplicantSettings(), today: Today(day), document: false)
        else { return nil }
        return applicant
    }

    /// Fields that the card lacks are left out; the oldest pages' optional ones are null.
    private func json(_ applicant: Applicant) -> JSON {
        func value(_ field: Applicant.Field) -> JSON? { applicant[field].map { .string($0) } }
        let absent: JSON? = variants == .oldest ? .null : nil
        return [
            "first_name": value(.firstName),
            "middle_name": value(.middleName) ?? absent,
            "last_name": value(.lastName),
            "dob": value(.dob),
            "address_1": value(.address1),
            "address_2": value(.address2) ?? absent,
            "city": value(.city),
            "province": value(.province),
            "postal_code": value(.postalCode),
            "govid_type": value(.govidType),
            "govid_issuedby": value(.govidIssuedBy),
            "govid_number": value(.govidNumber),
            "govid_expiry": value(.govidExpiry),
        ]
    }
}
