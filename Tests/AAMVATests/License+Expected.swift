import AAMVA

extension License {
    /// The values by the till protocol's keys; absent ones are empty.
    var values: [String: String] {
        var values: [String: String] = [:]
        values["first_name"] = firstName ?? ""
        values["middle_name"] = middleNames.joined(separator: " ")
        values["last_name"] = lastName ?? ""
        values["name_suffix"] = nameSuffix ?? ""
        values["dob"] = birthDate?.date.iso8601 ?? ""
        values["govid_expiry"] = expiryDate?.date.iso8601 ?? ""
        values["govid_expiry_month"] = expiryDate.map { String($0.date.iso8601.prefix(7)) } ?? ""
        values["govid_number"] = number ?? ""
        values["address_1"] = street1 ?? ""
        values["address_2"] = street2 ?? ""
        values["city"] = city ?? ""
        values["province"] = province ?? ""
        values["postal_code"] = postalCode ?? ""
        return values
    }

    /// The expected keys whose values differ. Numbers are compared without blanks and hyphens, in upper case.
    func differences(from expected: [String: String]) -> [String] {
        let values = values
        return expected.keys.sorted().filter { key in
            guard let value = values[key], let wanted = expected[key] else { return false }
            guard key == "govid_number" else { return value != wanted }
            return value != wanted.uppercased().filter { $0 != "-" && $0 != " " }
        }
    }
}

extension RecordDecoder.Outcome {
    /// The only record; `nil` where there is an error, none, or several.
    var record: Record? {
        results.count == 1 ? try? results[0].get() : nil
    }

    /// Why there is no record; `nil` where there is one.
    var error: DecodeError? {
        switch self {
        case .nothing: return nil
        case .notLicence(let error): return error
        case .record, .records:
            for case .failure(let error) in results { return error }
            return nil
        }
    }

    /// Whether both came out alike, to the last byte and finding.
    func isSame(as other: RecordDecoder.Outcome) -> Bool {
        switch (self, other) {
        case (.nothing, .nothing): return true
        case (.notLicence(let left), .notLicence(let right)): return left == right
        case (.record(let left), .record(let right)): return left.isSame(as: right)
        case (.records(let left), .records(let right)):
            return left.count == right.count
                && zip(left, right).allSatisfy { pair in pair.0.isSame(as: pair.1) }
        default: return false
        }
    }
}

extension Result<Record, DecodeError> {
    func isSame(as other: Result<Record, DecodeError>) -> Bool {
        switch (self, other) {
        case (.failure(let left), .failure(let right)): left == right
        case (.success(let left), .success(let right)):
            left.layout == right.layout && left.bytes == right.bytes && left.elements == right.elements
                && left.findings == right.findings
        default: false
        }
    }
}
