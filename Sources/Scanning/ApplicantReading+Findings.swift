import AAMVA

extension ApplicantReading {
    /// What the decoder found amiss. Mended damage of one kind is told once, at its first place.
    mutating func warnOfFindings() {
        guard !record.findings.isEmpty else { return }
        var told: [Finding.Damage] = []
        for finding in record.findings {
            switch finding {
            case .lengthMismatch(let subfile, let offset, let foundOffset, let length, let foundLength):
                warn(
                    .lengthMismatch, nil,
                    "The directory gives subfile \(subfile.code) offset \(offset) and length \(length); "
                        + "found were \(foundOffset) and \(foundLength).")
            case .missingSubfile(let subfile):
                warn(
                    .repaired, nil,
                    "The directory names subfile \(subfile.code), which the record does not hold.")
            case .mended(let damage, let place):
                guard !told.contains(damage) else { continue }
                told.append(damage)
                warn(.repaired, nil, "Mended at byte \(place): \(damage.phrase).")
            case .doubtful(let element, let damage, let place):
                warn(
                    .repaired, Applicant.Field(reading: element),
                    "In doubt: the value of \(element.code) at byte \(place), where \(damage.phrase).")
            }
        }
    }
}
