/// A person's data as a till takes it: the POS API's names and formats, plus suffix, second address line and country.
public struct Applicant: Sendable {
    /// The applicant's keys, in the order in which they are written.
    public enum Field: Hashable, Sendable, CaseIterable {
        case firstName, middleName, lastName, nameSuffix, dob, address1, address2, city, province, postalCode
        case country, govidType, govidIssuedBy, govidNumber, govidExpiry
    }

    /// The values in UTF-8 and in the order of the fields, each within its member of a JSON object as `ByteWriter` writes it:
    /// an applicant is written once for each till and hardly ever read.
    private var text: ByteWriter
    /// The bytes of each value, by `Field.index`; 0 for one that isn't there. No value holds a control character.
    private var lengths = InlineArray<15, UInt32>(repeating: 0)
    /// The index behind that of the last field that has a value.
    private var next = 0
    /// Whether the values stand in JSON as they are.
    private var isPlain = true

    public init() { text = ByteWriter(capacity: 400) }

    private init(text: ByteWriter) { self.text = text }

    /// One for whose values no room is kept.
    static var empty: Applicant { Applicant(text: ByteWriter()) }

    /// The value of a field; an empty one is the same as none, and control characters are left out: a damaged card's
    /// NUL is nothing that a till's database should meet.
    public subscript(field: Field) -> String? {
        get {
            var text: String?
            eachValue { if $0.index == field.index { text = String(copying: $1) } }
            return text
        }
        set { set(field, utf8: (newValue ?? "").withoutControlCharacters.utf8.span) }
    }

    /// It takes least time in the order of the fields.
    ///
    /// - Precondition: the value holds no control character.
    @inline(__always)
    mutating func set(_ field: Field, utf8 value: Span<UInt8>) {
        guard field.index >= next else { return insert(field, value) }
        guard !value.isEmpty else { return }
        next = field.index + 1
        lengths[field.index] = UInt32(truncatingIfNeeded: value.count)
        isPlain = text.append(key: field.key, text: value) && isPlain
    }

    /// Sets a field that has a value, or stands before one that has.
    private mutating func insert(_ field: Field, _ value: Span<UInt8>) {
        var applicant = Applicant()
        for other in Field.allCases {
            if other.index == field.index {
                applicant.set(field, utf8: value)
            } else if has(other) {
                applicant[other] = self[other]
            }
        }
        self = applicant
    }

    public func has(_ field: Field) -> Bool { lengths[field.index] > 0 }

    /// Calls `body` with each value that is there, in UTF-8 and in the order of the fields.
    func eachValue(_ body: (Field, Span<UInt8>) -> Void) {
        let text = text.storage.span
        var start = 0
        for field in Field.allCases where has(field) {
            start += ByteWriter.length(beforeTextOf: field.key)
            let end = start + Int(lengths[field.index])
            body(field, text.extracting(start..<end))
            start = end + ByteWriter.lengthBehindText
        }
    }

    /// Calls `body` with the members as a JSON object has them, each with a comma behind it; `false` where a value needs to
    /// be escaped first.
    func asMembers(_ body: (Span<UInt8>) -> Void) -> Bool {
        if isPlain { body(text.storage.span.extracting(0..<text.count)) }
        return isPlain
    }
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
