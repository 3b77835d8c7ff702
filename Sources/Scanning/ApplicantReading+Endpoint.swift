public import AAMVA

extension ApplicantReading {
    /// An endpoint's answer, held against the card itself.
    ///
    /// The endpoint's values are published as they are. What it gives no value for comes from the card, where the two agree
    /// on the rest of the same name, address or number: parts of two readings are never mixed. Each field in which they
    /// differ is named by `remote_disagrees`, and the card's own warnings stay.
    ///
    /// - Parameter document: whether every decoded element is wanted beside the applicant.
    public static func resolve(
        _ record: Record, endpoint answer: EndpointAnswer, settings: ApplicantSettings, today: Today,
        document: Bool
    ) -> Resolution {
        var reading = ApplicantReading(reading: record, settings: settings, today: today)
        reading.adopt(answer)
        return reading.takeResolution(from: .remote, document: document ? Document(record) : nil)
    }

    /// What belongs together, and is from one reading or from both alike.
    private static let groups: [[Applicant.Field]] = [
        [.firstName, .middleName, .lastName, .nameSuffix], [.dob],
        [.address1, .address2, .city, .province, .postalCode], [.country],
        [.govidType, .govidIssuedBy, .govidNumber], [.govidExpiry],
    ]

    private mutating func adopt(_ answer: EndpointAnswer) {
        let card = applicant
        applicant = Applicant()
        for group in Self.groups {
            let agree = group.allSatisfy { field in
                guard let own = card[field], let given = answer.applicant[field] else { return true }
                return own.isSame(as: given)
            }
            for field in group { adopt(field, answer, card[field], agree) }
        }
        warnings.removeAll { $0.code == .missingField }
        warnOfMissingFields()
        warnOfGivenDates(beside: card)
    }

    /// - Parameters:
    ///   - own: the card's value.
    ///   - agree: whether the two agree on whatever both give of the field's group.
    private mutating func adopt(
        _ field: Applicant.Field, _ answer: EndpointAnswer, _ own: String?, _ agree: Bool
    ) {
        if let given = answer.applicant[field] {
            applicant[field] = given
            if own?.isSame(as: given) != true {
                warnOfDisagreement(field, "The POS API's reading of it is given.")
            }
            return
        }
        if agree { applicant[field] = own }
        if answer.unusable.contains(field) {
            warnOfDisagreement(field, "The POS API gives a value that it cannot have.")
        } else if own != nil, !agree || EndpointAnswer.expected.contains(field) {
            warnOfDisagreement(
                field, agree ? "The POS API gives none; the card's is given." : "The POS API gives none.")
        }
    }

    private mutating func warnOfDisagreement(_ field: Applicant.Field, _ outcome: String) {
        warn(.remoteDisagrees, field, "The POS API and the card itself disagree. \(outcome)")
    }

    /// The dates that are given, where they aren't the card's.
    private mutating func warnOfGivenDates(beside card: Applicant) {
        let told = Set(warnings.map(\.code))
        let before = warnings.count
        if applicant[.govidExpiry] != card[.govidExpiry] {
            warn(ofExpiry: applicant[.govidExpiry].flatMap { CalendarDate(iso8601: $0) })
        }
        if applicant[.dob] != card[.dob] {
            warn(ofBirth: applicant[.dob].flatMap { CalendarDate(iso8601: $0) })
        }
        let new = warnings[before...].filter { $0.code == .repaired || !told.contains($0.code) }
        warnings.replaceSubrange(before..., with: new)
    }
}

extension EndpointAnswer {
    /// The fields that an endpoint is documented to give where a card has them.
    static let expected = fields.filter { $0 != .address2 }
}

extension String {
    /// Whether two readings say the same: case, blanks and marks apart.
    fileprivate func isSame(as other: String) -> Bool {
        let own = uppercased().filter { $0.isLetter || $0.isNumber }
        let given = other.uppercased().filter { $0.isLetter || $0.isNumber }
        return own == given && !own.isEmpty || self == other
    }
}
