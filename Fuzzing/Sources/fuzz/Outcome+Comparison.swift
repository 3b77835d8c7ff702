import AAMVA

extension RecordDecoder.Outcome {
    /// Why there is no record, where there is one result.
    var error: DecodeError? {
        switch self {
        case .nothing: nil
        case .notLicence(let error): error
        case .record(.failure(let error)): error
        case .record, .records: nil
        }
    }

    /// Whether both are alike, to the last byte and finding.
    func isSame(as other: RecordDecoder.Outcome) -> Bool {
        switch (self, other) {
        case (.nothing, .nothing): true
        case (.notLicence(let left), .notLicence(let right)): left == right
        case (.record(let left), .record(let right)): left.isSame(as: right)
        case (.records(let left), .records(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        default: false
        }
    }
}

extension Result<Record, DecodeError> {
    fileprivate func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.failure(let left), .failure(let right)): left == right
        case (.success(let left), .success(let right)):
            left.layout == right.layout && left.bytes == right.bytes && left.elements == right.elements
                && left.findings == right.findings
        default: false
        }
    }
}
