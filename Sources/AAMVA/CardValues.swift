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

    /// Not where it is called, as it would hold all of them twice there, and copy them.
    @inline(never)
    mutating func take(elementsOf record: borrowing Record) {
        let (elements, bytes) = (record.elements.span, record.bytes.span)
        for index in elements.indices where !elements[index].subfile.isJurisdictionSpecific {
            take(elements[index], bytes)
        }
    }

    @inline(__always)
    private mutating func take(_ element: Element, _ bytes: Span<UInt8>) {
        switch element.id {
        case .familyName where familyName.isEmpty: familyName = bytes.trimmed(element.value)
        case .firstName where firstName.isEmpty: firstName = bytes.trimmed(element.value)
        case .middleName where middleName.isEmpty: middleName = bytes.trimmed(element.value)
        case .nameSuffix where nameSuffix.isEmpty: nameSuffix = bytes.trimmed(element.value)
        case .givenNames where givenNames.isEmpty: givenNames = bytes.trimmed(element.value)
        case .fullName where fullName.isEmpty: fullName = bytes.trimmed(element.value)
        case .lastName where lastName.isEmpty: lastName = bytes.trimmed(element.value)
        case .earlySuffix where earlySuffix.isEmpty: earlySuffix = bytes.trimmed(element.value)
        case .familyNameTruncation where familyNameTruncation.isEmpty:
            familyNameTruncation = bytes.trimmed(element.value)
        case .firstNameTruncation where firstNameTruncation.isEmpty:
            firstNameTruncation = bytes.trimmed(element.value)
        case .middleNameTruncation where middleNameTruncation.isEmpty:
            middleNameTruncation = bytes.trimmed(element.value)
        case .birthDate where birthDate.isEmpty: birthDate = bytes.trimmed(element.value)
        case .issueDate where issueDate.isEmpty: issueDate = bytes.trimmed(element.value)
        case .expiryDate where expiryDate.isEmpty: expiryDate = bytes.trimmed(element.value)
        case .street1 where street1.isEmpty: street1 = bytes.trimmed(element.value)
        case .street2 where street2.isEmpty: street2 = bytes.trimmed(element.value)
        case .city where city.isEmpty: city = bytes.trimmed(element.value)
        case .province where province.isEmpty: province = bytes.trimmed(element.value)
        case .postalCode where postalCode.isEmpty: postalCode = bytes.trimmed(element.value)
        case .residenceStreet1 where residenceStreet1.isEmpty: residenceStreet1 = bytes.trimmed(element.value)
        case .residenceStreet2 where residenceStreet2.isEmpty: residenceStreet2 = bytes.trimmed(element.value)
        case .residenceCity where residenceCity.isEmpty: residenceCity = bytes.trimmed(element.value)
        case .residenceProvince where residenceProvince.isEmpty:
            residenceProvince = bytes.trimmed(element.value)
        case .residencePostalCode where residencePostalCode.isEmpty:
            residencePostalCode = bytes.trimmed(element.value)
        case .country where country.isEmpty: country = bytes.trimmed(element.value)
        case .number where number.isEmpty: number = bytes.trimmed(element.value)
        case .documentDiscriminator where documentDiscriminator.isEmpty:
            documentDiscriminator = bytes.trimmed(element.value)
        default: break
        }
    }
}
