import AAMVA
import Scanning
import SyntheticLicenses
import Testing

/// Made-up cards, intact and damaged, as a till gets them.
@Suite struct SyntheticApplicantTests {
    private typealias Reading = (values: [String: String], warnings: [ApplicantWarning])

    /// Each applicant of a payload; failed scans have none.
    private func readings(_ payload: [UInt8]) -> [Reading] {
        RecordDecoder.decode(payload).results.compactMap { result in
            guard case .success(let record) = result,
                case .applicant(let applicant, _, _, let warnings) = ApplicantReading.resolve(
                    record, settings: ApplicantSettings(), today: SampleReading.today, document: true)
            else { return nil }
            let values = Applicant.Field.allCases.map { ($0.rawValue, applicant[$0] ?? "") }
            return (Dictionary(uniqueKeysWithValues: values), warnings)
        }
    }

    /// What the till's keys must say of a card.
    private func expected(_ card: Card) -> [String: String] {
        var expected = card.expected
        let (country, prefix) =
            switch card.issuer.country {
            case .canada: ("CAN", "CA")
            case .unitedStates: ("USA", "US")
            case .mexico: ("MEX", "MX")
            }
        expected["country"] = country
        expected["govid_type"] = prefix + (expected["govid_type"] ?? "")
        return expected
    }

    /// The issuer tells the country, and the country the type.
    private func unknowable(_ damaged: DamagedCard) -> Set<String> {
        let unknowable = damaged.unknowable
        return unknowable.contains("govid_issuedby")
            ? unknowable.union(["country", "govid_type"]) : unknowable
    }

    /// What is true of an intact card, too, or of nothing on it.
    private let advisory: [ApplicantWarning.Code] = [
        .expired, .notYetValid, .underAge, .numberFormat, .partialDate, .clockWrong,
    ]

    @Test func `an intact card's applicant is its holder, and nothing is amiss`() {
        let failures = PropertyRounds.seeds(upTo: 600).compactMap { seed -> String? in
            let card = Card(seed: seed)
            let readings = readings(card.payload)
            let isRight = readings.map(\.values) == [expected(card)]
            let amiss = readings.flatMap(\.warnings).map(\.code).filter { !advisory.contains($0) }
            return isRight && amiss.isEmpty ? nil : "Card(seed: \(seed)): \(card), \(amiss)"
        }
        #expect(failures.prefix(5) == [])
    }

    /// A warning without a field is of the whole scan.
    @Test(arguments: Damage.allCases)
    func `a damaged card's fields are right, or absent, or a warning names them`(_ damage: Damage) {
        let failures = PropertyRounds.seeds(upTo: 60).compactMap { seed -> String? in
            let damaged = DamagedCard(seed: seed, damage: damage)
            let expected = expected(damaged.card)
            let unknowable = unknowable(damaged)
            let wrong = readings(damaged.payload).flatMap { reading in
                let told = reading.warnings.filter { !advisory.contains($0.code) }
                return expected.keys.filter { key in
                    guard let value = reading.values[key], value != "", value != expected[key] else {
                        return false
                    }
                    let isTold = told.contains { $0.field == nil || $0.field?.rawValue == key }
                    return !isTold && !unknowable.contains(key)
                }
            }
            return wrong.isEmpty ? nil : "\(damaged): \(wrong)"
        }
        #expect(failures.prefix(5) == [])
    }
}
