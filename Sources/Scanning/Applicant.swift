/// A person's data as a till takes it: the POS API's names and formats, plus suffix, second address line and country.
public struct Applicant: Sendable {
    /// The applicant's keys, in the order in which they are written.
    public enum Field: Hashable, Sendable, CaseIterable {
        case firstName, middleName, lastName, nameSuffix, dob, address1, address2, city, province, postalCode
        case country, govidType, govidIssuedBy, govidNumber, govidExpiry
    }

    /// The values in UTF-8, in the order in which they were set: one buffer rather than fifteen strings, as an applicant
    /// is written once and hardly ever read.
    private var text = ByteWriter(capacity: 256)
    /// Where each field's value lies in `text`, by `Field.index`.
    private var places = InlineArray<15, Range<UInt32>>(repeating: 0..<0)
    /// A bit by `Field.index` for each value that is there. No value is empty, and none holds a control character.
    private var present: UInt16 = 0

    public init() {}

    /// The value of a field; an empty one is the same as none, and control characters are left out: a damaged card's
    /// NUL is nothing that a till's database should meet.
    public subscript(field: Field) -> String? {
        get {
            guard has(field) else { return nil }
            return String(copying: text.storage.span.extracting(places[field.index].asInt))
        }
        set { set(field, utf8: (newValue ?? "").withoutControlCharacters.utf8.span) }
    }

    /// - Precondition: the value holds no control character.
    mutating func set(_ field: Field, utf8 value: Span<UInt8>) {
        guard !value.isEmpty else {
            present &= ~field.bit
            return
        }
        places[field.index] = UInt32(text.count)..<UInt32(text.count + value.count)
        present |= field.bit
        text.append(value)
    }

    public func has(_ field: Field) -> Bool { present & field.bit != 0 }

    /// Calls `body` with each value that is there, in UTF-8 and in the order of the fields.
    func eachValue(_ body: (Field, Span<UInt8>) -> Void) {
        let places = places
        let text = text.storage.span
        for field in Field.allCases where has(field) {
            body(field, text.extracting(places[field.index].asInt))
        }
    }
}

extension Range<UInt32> {
    fileprivate var asInt: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}

extension Applicant: Hashable {
    public static func == (left: Applicant, right: Applicant) -> Bool {
        Field.allCases.allSatisfy { left[$0] == right[$0] }
    }

    public func hash(into hasher: inout Hasher) {
        for field in Field.allCases { hasher.combine(self[field]) }
    }
}

extension Applicant.Field: RawRepresentable {
    public init?(rawValue: String) {
        guard let field = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = field
    }

    /// The key, such as `first_name`.
    public var rawValue: String { key.description }

    var key: StaticString {
        switch self {
        case .firstName: "first_name"
        case .middleName: "middle_name"
        case .lastName: "last_name"
        case .nameSuffix: "name_suffix"
        case .dob: "dob"
        case .address1: "address_1"
        case .address2: "address_2"
        case .city: "city"
        case .province: "province"
        case .postalCode: "postal_code"
        case .country: "country"
        case .govidType: "govid_type"
        case .govidIssuedBy: "govid_issuedby"
        case .govidNumber: "govid_number"
        case .govidExpiry: "govid_expiry"
        }
    }
}

extension Applicant.Field {
    fileprivate var bit: UInt16 { 1 << UInt16(index) }

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
    public var description: String {
        "Applicant(\(Field.allCases.count { has($0) }) of \(Field.allCases.count) fields)"
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension String {
    /// Without C0, DEL and C1.
    fileprivate var withoutControlCharacters: String {
        let utf8 = utf8.span
        // C1 characters begin with 0xC2 in UTF-8, as a few letters do: those take the long way, too.
        let mayHoldControl = utf8.indices.contains { index in
            utf8[index] < 0x20 || utf8[index] == 0x7F || utf8[index] == 0xC2
        }
        guard mayHoldControl else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isControl }))
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
