/// A licence's fields under names of their own, as scanners with a licence parser on board send them.
///
///     First Name: JANE       "lastName": "SAMPLE"       DAC=JANE       <DateOfBirth>       Nom de famille : SAMPLE
enum ParsedFields {
    /// Whether there are names of at least two kinds, one of them of what only a person has; or three of the standard's own
    /// identifiers with a sign behind them.
    static func are(in bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
        var kinds: Set<Kind> = []
        var identifiers: Set<ElementID> = []
        var start = text.lowerBound
        var letters: [UInt8] = []
        for index in text {
            let byte = bytes[index]
            if byte.isLetter {
                letters.append(byte.uppercased)
            } else if isSign(byte) {
                if let kind = kind(letters) { kinds.insert(kind) }
                if index - start == 3, let id = identifier(letters) { identifiers.insert(id) }
                letters.removeAll(keepingCapacity: true)
                start = index + 1
            } else if !isInner(byte) {
                letters.removeAll(keepingCapacity: true)
                start = index + 1
            }
        }
        return identifiers.count >= 3
            || kinds.count >= 2 && !kinds.isDisjoint(with: [.firstName, .lastName, .birth])
    }

    private enum Kind {
        case firstName, lastName, birth, number, expiry, street, city, postalCode, sex
    }

    /// What stands behind a name: `:`, `=`, a quote, a bracket, a Tab or a comma.
    private static func isSign(_ byte: UInt8) -> Bool {
        let signs: StaticString = ":=\">\t,|'"
        return signs.contains(byte)
    }

    /// What stands within one, between its words: letters with accents are left out on both sides of a comparison.
    private static func isInner(_ byte: UInt8) -> Bool {
        let signs: StaticString = " _-./#"
        return signs.contains(byte) || byte >= 0x80
    }

    private static func identifier(_ letters: [UInt8]) -> ElementID? {
        guard letters.count == 3 else { return nil }
        let id = ElementID(letters[0], letters[1], letters[2])
        return ElementDefinition.isKnown(id) ? id : nil
    }

    private static func kind(_ letters: [UInt8]) -> Kind? {
        guard letters.count >= 2 else { return nil }
        let owner = owners.first { letters.starts(with: $0.utf8) && letters.count > $0.utf8.count }
        let plain = letters.dropFirst(owner?.utf8.count ?? 0)
        return names.first { $0.name.utf8.elementsEqual(letters) || $0.name.utf8.elementsEqual(plain) }?.kind
    }

    /// Whose field it is, before its name.
    private static let owners = ["CARDHOLDER", "CUSTOMER", "DRIVERS", "DRIVER", "HOLDER"]

    /// In English, French and Spanish, in capital letters without accents, signs and blanks.
    private static let names: [(name: String, kind: Kind)] = [
        (
            .firstName,
            "FIRSTNAME FNAME FN FIRST GIVENNAME GIVENNAMES FORENAME PRENOM PRNOM PRENOMS PRNOMS NOMBRE NOMBRES"
        ),
        (.lastName, "LASTNAME LNAME LN LAST SURNAME FAMILYNAME NOM NOMDEFAMILLE APELLIDO APELLIDOS"),
        (.birth, "DOB DATEOFBIRTH BIRTHDATE BIRTHDAY DATEDENAISSANCE NAISSANCE FECHADENACIMIENTO"),
        (
            .number,
            "DLNUMBER DLNO DLN IDNUMBER LICENSENUMBER LICENCENUMBER LICENSENO LICENCENO DRIVERLICENSENUMBER "
                + "DRIVERSLICENSENUMBER DRIVERLICENSE DRIVERSLICENSE CUSTOMERID NUMERODEPERMIS NUMRODEPERMIS PERMIS"
        ),
        (
            .expiry,
            "EXPIRY EXPIRES EXPIRATION EXPIRYDATE EXPIRATIONDATE DATEDEXPIRATION DATEEXPIRATION EXPIRATIONLE VENCIMIENTO"
        ),
        (.street, "ADDRESS STREET STREETADDRESS ADDRESSLINE ADRESSE RUE DIRECCION DIRECCIN"),
        (.city, "CITY VILLE CIUDAD"),
        (.postalCode, "ZIP ZIPCODE POSTALCODE CODEPOSTAL CODIGOPOSTAL CDIGOPOSTAL"),
        (.sex, "SEX GENDER SEXE SEXO"),
    ].flatMap { kind, words in words.split(separator: " ").map { (String($0), kind) } }
}
