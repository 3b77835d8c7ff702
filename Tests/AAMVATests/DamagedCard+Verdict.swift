import AAMVA
import SyntheticLicenses

extension DamagedCard {
    /// The keys whose values are neither the card's nor absent, though no finding tells.
    func silentlyWrong(_ outcome: RecordDecoder.Outcome) -> [String] {
        outcome.results.flatMap { result in
            guard case .success(let record) = result else { return [] as [String] }
            let values = License(record).cardValues
            return values.differingKeys(from: card.expected).filter { key in
                values[key] != "" && !unknowable.contains(key) && !record.isTold(of: key)
            }
        }
    }
}

extension Record {
    /// Whether a finding puts the value in doubt, or tells of damage to the record as a whole.
    func isTold(of key: String) -> Bool {
        findings.contains { finding in
            switch finding {
            case .mended, .lengthMismatch, .missingSubfile: true
            case .doubtful(let element, _, _): DamagedCard.keys(of: element.code).contains(key)
            }
        }
    }
}
