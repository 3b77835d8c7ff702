import AAMVA

extension ApplicantReading {
    /// What the decoder found amiss. Mended damage of one kind is told once, at its first place.
    mutating func warn(of findings: [Finding]) {
        guard !findings.isEmpty else { return }
        var told: [Finding.Damage] = []
        for finding in findings {
            switch finding {
            case .lengthMismatch: warn(.lengthMismatch, nil, finding.sentence)
            case .missingSubfile: warn(.repaired, nil, finding.sentence)
            case .mended(let damage, _):
                guard !told.contains(damage) else { continue }
                told.append(damage)
                warn(.repaired, nil, finding.sentence)
            case .doubtful(let element, _, _):
                let fields = Applicant.Field.fields(from: element)
                let present = fields.filter { applicant.has($0) }
                if fields.isEmpty { warn(.repaired, nil, finding.sentence) }
                for field in present.isEmpty ? fields : present {
                    warn(.repaired, field, finding.sentence)
                }
            }
        }
    }
}
