/// A person's data as a till takes it: the POS API's names and formats, plus suffix, second address line and country.
public struct Applicant: Hashable, Sendable {
    /// The applicant's keys, in the order in which they are written.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case firstName = "first_name"
        case middleName = "middle_name"
        case lastName = "last_name"
        case nameSuffix = "name_suffix"
        case dob
        case address1 = "address_1"
        case address2 = "address_2"
        case city
        case province
        case postalCode = "postal_code"
        case country
        case govidType = "govid_type"
        case govidIssuedBy = "govid_issuedby"
        case govidNumber = "govid_number"
        case govidExpiry = "govid_expiry"
    }

    /// No value is empty, and none holds a control character; an absent one has no entry.
    private var values: [String?]

    public init() {
        values = Array(repeating: nil, count: Field.allCases.count)
    }

    /// The value of a field; an empty one is the same as none, and control characters are left out: a damaged card's
    /// NUL is nothing that a till's database should meet.
    public subscript(field: Field) -> String? {
        get { values[field.index] }
        set {
            let value = newValue?.withoutControlCharacters
            values[field.index] = value?.isEmpty == true ? nil : value
        }
    }
}

extension Applicant.Field {
    var index: Int {
        switch self {
        case .firstName: 0
        case .middleName: 1
        case .lastName: 2
        case .nameSuffix: 3
        case .dob: 4
        case .address1: 5
        case .address2: 6
        case .city: 7
        case .province: 8
        case .postalCode: 9
        case .country: 10
        case .govidType: 11
        case .govidIssuedBy: 12
        case .govidNumber: 13
        case .govidExpiry: 14
        }
    }
}

extension Applicant: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How many fields are there, never what they hold.
    public var description: String { "Applicant(\(values.count { $0 != nil }) of \(values.count) fields)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension String {
    /// Without C0, DEL and C1.
    fileprivate var withoutControlCharacters: String {
        // C1 characters begin with 0xC2 in UTF-8, as a few letters do: those take the long way, too.
        guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isControl }))
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
