import AAMVA

/// What an endpoint made of a licence, once each value has been looked at.
///
/// Values are brought to the forms that a local decode gives them; one that can't be is no value, and is named in `unusable`.
public struct EndpointAnswer: Sendable {
    /// The fields that an endpoint answers for. Suffix and country come from the card alone.
    static let fields: [Applicant.Field] = [
        .firstName, .middleName, .lastName, .dob, .address1, .address2, .city, .province, .postalCode,
        .govidType,
        .govidIssuedBy, .govidNumber, .govidExpiry,
    ]

    let applicant: Applicant
    /// The fields whose values have a form that the field can't have.
    let unusable: [Applicant.Field]

    /// `nil` where last name, birth date or number is missing or unusable: that is no applicant.
    ///
    /// - Parameter given: the answer's fields as they came.
    public init?(_ given: Applicant, nameCase: ApplicantSettings.NameCase = .asIs) {
        var applicant = Applicant()
        var unusable: [Applicant.Field] = []
        for field in Self.fields {
            guard let text = given[field]?.folded, !text.isEmpty else { continue }
            if field.isName, text.isSentinel { continue }
            applicant[field] = field.reading(of: text).map { field.isName ? nameCase.applied($0) : $0 }
            if !applicant.has(field) { unusable.append(field) }
        }
        guard applicant.has(.lastName), applicant.has(.dob), applicant.has(.govidNumber) else { return nil }
        self.applicant = applicant
        self.unusable = unusable
    }
}

extension EndpointAnswer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "EndpointAnswer(\(applicant), \(unusable.count) unusable)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Applicant.Field {
    fileprivate var isName: Bool { self == .firstName || self == .middleName || self == .lastName }

    /// The value in this field's form; `nil` for another form.
    ///
    /// Limits: the longest that the POS API's pages give anywhere for the field.
    fileprivate func reading(of text: String) -> String? {
        switch self {
        case .firstName, .middleName, .lastName:
            text.contains(where: \.isLetter) && text.count <= 130 ? text : nil
        case .dob, .govidExpiry: text.isISODate ? text : nil
        case .address1, .address2, .city: text.count <= 250 ? text : nil
        case .province, .govidIssuedBy: text.utf8.count == 2 ? text.code(longest: 2) : nil
        case .govidType: text.code(longest: 8)
        case .postalCode: text.postalCode
        case .govidNumber: text.compactNumber
        case .nameSuffix, .country: nil
        }
    }
}

extension String {
    /// Trimmed, runs of blanks folded, trailing commas dropped.
    fileprivate var folded: String {
        var words = split { $0 == " " || $0 == "\t" || $0.isNewline }
        while let last = words.last {
            let kept = last.reversed().drop { $0 == "," }
            guard kept.count < last.count else { break }
            words.removeLast()
            if !kept.isEmpty { words.append(Substring(String(kept.reversed()))) }
        }
        return words.joined(separator: " ")
    }

    /// What cards say where they have no value.
    fileprivate var isSentinel: Bool { ["NONE", "UNAVL", "UNAVAIL"].contains(uppercased()) }

    fileprivate var isISODate: Bool {
        CalendarDate(iso8601: self).map { (1900...2099).contains($0.year) } ?? false
    }

    /// Letters and digits in upper case.
    fileprivate func code(longest: Int) -> String? {
        let isCode = utf8.count <= longest && utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
        return isCode && utf8.contains(where: \.isASCIILetter) ? uppercased() : nil
    }

    /// `A1A 1A1`, `12345` or `12345-6789`.
    fileprivate var postalCode: String? {
        let signs = uppercased().utf8.filter { $0 != 0x20 && $0 != 0x2D }
        let text = String(decoding: signs, as: UTF8.self)
        switch signs.count {
        case 6:
            let isAlternating = signs.enumerated().allSatisfy {
                $0 % 2 == 0 ? $1.isASCIILetter : $1.isASCIIDigit
            }
            return isAlternating ? "\(text.prefix(3)) \(text.suffix(3))" : nil
        case 5, 9:
            guard signs.allSatisfy(\.isASCIIDigit) else { return nil }
            let last = text.dropFirst(5)
            return last.isEmpty || last == "0000" ? String(text.prefix(5)) : "\(text.prefix(5))-\(last)"
        default: return nil
        }
    }

    /// Upper case, without blanks and hyphens.
    fileprivate var compactNumber: String? {
        let text = uppercased().filter { $0 != " " && $0 != "-" }
        let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        return isPlain && text.utf8.count <= 30 && text.utf8.contains { $0.isASCIILetter || $0.isASCIIDigit }
            ? text : nil
    }
}
