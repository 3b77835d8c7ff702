import AAMVA

extension ApplicantReading {
    /// Why there is no applicant: one needs a last name, a birth date and a number.
    static func missingRequired(_ license: License) -> ScanFailure? {
        if license.texts.lastName != nil, license.birthDate != nil, license.texts.number != nil { return nil }
        var missing: [String] = []
        if license.texts.lastName == nil { missing.append("last name") }
        if license.birthDate == nil { missing.append("birth date") }
        if license.texts.number == nil { missing.append("ID number") }
        return ScanFailure(
            .missingRequired,
            message: "The licence was read, but it gives no readable "
                + missing.joined(separator: " and no ")
                + "; scan it again, or enter the customer by hand.")
    }

    mutating func warnOfDates(_ license: License) {
        if license.birthDate?.precision == .month {
            warn(.partialDate, .dob, "The card gives the month of birth only; its last day is given.")
        }
        if license.expiryDate?.precision == .month {
            warn(
                .partialDate, .govidExpiry,
                "The card gives the month of expiry only; its last day is given.")
        }
        guard today.isBelieved else {
            warn(.clockWrong, nil, "This machine's date is wrong, so expiry and age were not checked.")
            return
        }
        warn(ofExpiry: license.expiryDate?.date)
        if let issue = license.issueDate?.date, issue > today.date {
            warn(.notYetValid, nil, "The card is not valid yet: its issue date lies ahead.")
        }
        warn(ofBirth: license.birthDate?.date)
    }

    /// Says nothing where the machine's date can't be right.
    mutating func warn(ofExpiry expiry: CalendarDate?) {
        guard today.isBelieved, let expiry, expiry < today.date else { return }
        warn(.expired, .govidExpiry, "The card has expired.")
    }

    /// Says nothing where the machine's date can't be right.
    mutating func warn(ofBirth birth: CalendarDate?) {
        guard today.isBelieved, let birth else { return }
        if birth > today.date {
            warn(.repaired, .dob, "In doubt: the birth date lies ahead.")
        }
        if birth.years(to: today.date) > Self.greatestAge {
            warn(.repaired, .dob, "In doubt: the birth date makes the holder older than anybody.")
        }
        if settings.minimumAge > 0, birth.years(to: today.date) < settings.minimumAge {
            warn(.underAge, .dob, "The holder is younger than \(settings.minimumAge) years.")
        }
    }

    /// Few people reached it, and none of them at a till.
    private static let greatestAge = 120

    mutating func warnOfTruncatedNames(_ license: License) {
        for element in license.truncatedNames {
            warn(
                .truncatedName, Applicant.Field(reading: element),
                "The card says that this name was cut to fit.")
        }
    }

    mutating func warnOfMissingFields() {
        for field in Applicant.Field.allCases where !applicant.has(field) && !field.isOftenAbsent {
            let isUnreadable = unreadableDates.contains { Applicant.Field(reading: $0) == field }
            warn(
                .missingField, field,
                isUnreadable
                    ? "The card gives this date in a way that cannot be read."
                    : "The card does not give this field.")
        }
    }
}

extension Applicant.Field {
    /// Whether most people's cards lack it, so that its absence is no news.
    fileprivate var isOftenAbsent: Bool {
        switch self {
        case .middleName, .nameSuffix, .address2: true
        default: false
        }
    }
}
