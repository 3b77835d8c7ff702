/// Where a card's values lie in its record's bytes, by what they mean: without padding, and empty where the card has none.
///
/// Of several elements of one identifier it is the first that isn't blank.
struct CardValues {
    private(set) var familyName = 0..<0
    private(set) var firstName = 0..<0
    private(set) var middleName = 0..<0
    private(set) var nameSuffix = 0..<0
    private(set) var givenNames = 0..<0
    private(set) var fullName = 0..<0
    private(set) var lastName = 0..<0
    private(set) var earlySuffix = 0..<0
    private(set) var familyNameTruncation = 0..<0
    private(set) var firstNameTruncation = 0..<0
    private(set) var middleNameTruncation = 0..<0
    private(set) var birthDate = 0..<0
    private(set) var issueDate = 0..<0
    private(set) var expiryDate = 0..<0
    private(set) var street1 = 0..<0
    private(set) var street2 = 0..<0
    private(set) var city = 0..<0
    private(set) var province = 0..<0
    private(set) var postalCode = 0..<0
    private(set) var residenceStreet1 = 0..<0
    private(set) var residenceStreet2 = 0..<0
    private(set) var residenceCity = 0..<0
    private(set) var residenceProvince = 0..<0
    private(set) var residencePostalCode = 0..<0
    private(set) var country = 0..<0
    private(set) var number = 0..<0
    private(set) var documentDiscriminator = 0..<0

    init(_ elements: Span<Element>, _ bytes: Span<UInt8>) {
        for index in elements.indices where !elements[index].subfile.isJurisdictionSpecific {
            take(bytes.trimmed(elements[index].value), of: elements[index].id)
        }
    }

    private mutating func take(_ value: Range<Int>, of id: ElementID) {
        switch id {
        case .familyName where familyName.isEmpty: familyName = value
        case .firstName where firstName.isEmpty: firstName = value
        case .middleName where middleName.isEmpty: middleName = value
        case .nameSuffix where nameSuffix.isEmpty: nameSuffix = value
        case .givenNames where givenNames.isEmpty: givenNames = value
        case .fullName where fullName.isEmpty: fullName = value
        case .lastName where lastName.isEmpty: lastName = value
        case .earlySuffix where earlySuffix.isEmpty: earlySuffix = value
        case .familyNameTruncation where familyNameTruncation.isEmpty: familyNameTruncation = value
        case .firstNameTruncation where firstNameTruncation.isEmpty: firstNameTruncation = value
        case .middleNameTruncation where middleNameTruncation.isEmpty: middleNameTruncation = value
        case .birthDate where birthDate.isEmpty: birthDate = value
        case .issueDate where issueDate.isEmpty: issueDate = value
        case .expiryDate where expiryDate.isEmpty: expiryDate = value
        case .street1 where street1.isEmpty: street1 = value
        case .street2 where street2.isEmpty: street2 = value
        case .city where city.isEmpty: city = value
        case .province where province.isEmpty: province = value
        case .postalCode where postalCode.isEmpty: postalCode = value
        case .residenceStreet1 where residenceStreet1.isEmpty: residenceStreet1 = value
        case .residenceStreet2 where residenceStreet2.isEmpty: residenceStreet2 = value
        case .residenceCity where residenceCity.isEmpty: residenceCity = value
        case .residenceProvince where residenceProvince.isEmpty: residenceProvince = value
        case .residencePostalCode where residencePostalCode.isEmpty: residencePostalCode = value
        case .country where country.isEmpty: country = value
        case .number where number.isEmpty: number = value
        case .documentDiscriminator where documentDiscriminator.isEmpty: documentDiscriminator = value
        default: break
        }
    }
}
