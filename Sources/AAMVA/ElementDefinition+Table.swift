extension ElementDefinition {
    /// The elements under `D`, as versions 02 to 11 define them; those of version 01 alone among them.
    static let table: [ElementDefinition] = [
        .init("DAA", "Customer full name", .name, 80, 0...1),
        .init("DAB", "Customer last name", .name, 40, 0...1),
        .init("DAC", "Customer first name", .name, 40),
        .init("DAD", "Customer middle name", .name, 40),
        .init("DAE", "Customer name suffix", .suffix, 5, 0...1),
        .init("DAF", "Customer name prefix", .name, 5, 0...1),
        .init("DAG", "Address, street 1", .place, 40),
        .init("DAH", "Address, street 2", .place, 40),
        .init("DAI", "Address, city", .place, 40),
        .init("DAJ", "Address, jurisdiction code", .jurisdiction, 2),
        .init("DAK", "Address, postal code", .postalCode, 11),
        .init("DAL", "Residence, street 1", .place, 40, 0...1),
        .init("DAM", "Residence, street 2", .place, 40, 0...1),
        .init("DAN", "Residence, city", .place, 40, 0...1),
        .init("DAO", "Residence, jurisdiction code", .jurisdiction, 2, 0...1),
        .init("DAP", "Residence, postal code", .postalCode, 11, 0...1),
        .init("DAQ", "Customer ID number", .number, 25),
        .init("DAR", "License class", .text, 6, 0...1),
        .init("DAS", "License restrictions", .text, 20, 0...1),
        .init("DAT", "License endorsements", .text, 10, 0...1),
        .init("DAU", "Height", .measure, 8),
        .init("DAV", "Height, cm", .measure, 8, 0...1),
        .init("DAW", "Weight, lb", .measure, 8),
        .init("DAX", "Weight, kg", .measure, 8),
        .init("DAY", "Eye color", .letters, 12),
        .init("DAZ", "Hair color", .letters, 12),
        .init("DBA", "Document expiration date", .date, 10),
        .init("DBB", "Date of birth", .date, 10),
        .init("DBC", "Sex", .flag, 1),
        .init("DBD", "Document issue date", .date, 10),
        .init("DBE", "Issue timestamp", .text, 26, 0...1),
        .init("DBF", "Number of duplicates", .measure, 2, 0...1),
        .init("DBG", "Alias, given name", .name, 15, 2...11),
        .init("DBH", "Organ donor indicator", .flag, 1, 0...1),
        .init("DBI", "Non-resident indicator", .flag, 1, 0...1),
        .init("DBJ", "Unique customer identifier", .number, 25, 0...1),
        .init("DBK", "Social security number", .measure, 9, 0...1, isRedacted: true),
        .init("DBL", "Alias, date of birth", .date, 10, 0...1),
        .init("DBM", "Alias, social security number", .measure, 9, 0...1, isRedacted: true),
        .init("DBN", "Alias, family name", .name, 35, 2...11),
        .init("DBO", "Alias, last name", .name, 35, 0...1),
        .init("DBP", "Alias, first name", .name, 35, 0...1),
        .init("DBQ", "Alias, middle name", .name, 35, 0...1),
        .init("DBR", "Alias, name suffix", .text, 5, 0...1),
        .init("DBS", "Alias, name suffix", .text, 5, 2...11),
        .init("DCA", "Vehicle class", .text, 10, 2...11),
        .init("DCB", "Restriction codes", .text, 20, 2...11),
        .init("DCD", "Endorsement codes", .text, 10, 2...11),
        .init("DCE", "Weight range", .measure, 1, 2...11),
        .init("DCF", "Document discriminator", .text, 32, 2...11),
        .init("DCG", "Country identification", .country, 3, 2...11),
        .init("DCH", "Federal commercial vehicle codes", .text, 4, 2...11),
        .init("DCI", "Place of birth", .text, 33, 2...11),
        .init("DCJ", "Audit information", .text, 25, 2...11),
        .init("DCK", "Inventory control number", .text, 25, 2...11),
        .init("DCL", "Race or ethnicity", .flag, 3, 2...11),
        .init("DCM", "Standard vehicle classification", .text, 4, 2...11),
        .init("DCN", "Standard endorsement code", .text, 5, 2...11),
        .init("DCO", "Standard restriction code", .text, 12, 2...11),
        .init("DCP", "Vehicle classification, description", .text, 50, 2...11),
        .init("DCQ", "Endorsement code, description", .text, 50, 2...11),
        .init("DCR", "Restriction code, description", .text, 50, 2...11),
        .init("DCS", "Customer family name", .name, 43, 2...11),
        .init("DCT", "Customer given names", .name, 83, 2...11),
        .init("DCU", "Name suffix", .suffix, 5, 2...11),
        .init("DDA", "Compliance type", .flag, 1, 3...11),
        .init("DDB", "Card revision date", .date, 10, 3...11),
        .init("DDC", "Hazmat endorsement expiration date", .date, 10, 3...11),
        .init("DDD", "Limited duration document indicator", .flag, 1, 3...11),
        .init("DDE", "Family name truncation", .truncation, 1, 4...11),
        .init("DDF", "First name truncation", .truncation, 1, 4...11),
        .init("DDG", "Middle name truncation", .truncation, 1, 4...11),
        .init("DDH", "Under 18 until", .date, 10, 5...11),
        .init("DDI", "Under 19 until", .date, 10, 5...11),
        .init("DDJ", "Under 21 until", .date, 10, 5...11),
        .init("DDK", "Organ donor indicator", .flag, 1, 6...11),
        .init("DDL", "Veteran indicator", .flag, 1, 7...11),
        .init("DDM", "Commercial license indicator", .flag, 1, 11...11),
        .init("DDN", "Non-domiciled indicator", .flag, 1, 11...11),
        .init("DDO", "Enhanced credential indicator", .flag, 1, 11...11),
        .init("DDP", "Permit indicator", .flag, 1, 11...11),
    ]

    /// What versions 00 and 01 mean by ids that later versions gave away.
    static let early: [ElementDefinition] = [
        .init("DBG", "Medical indicator", .text, 2, 0...1, isRedacted: true),
        .init("DBN", "Alias, full name", .name, 80, 0...1),
        .init("DBS", "Alias, name prefix", .name, 5, 0...1),
    ]

    /// Learner's permits of version 01.
    private static let permits: [ElementDefinition] = [
        .init("PAA", "Permit class", .text, 6, 0...1),
        .init("PAB", "Permit expiration date", .date, 10, 0...1),
        .init("PAC", "Permit identifier", .number, 25, 0...1),
        .init("PAD", "Permit issue date", .date, 10, 0...1),
        .init("PAE", "Permit restrictions", .text, 20, 0...1),
        .init("PAF", "Permit endorsements", .text, 10, 0...1),
    ]
    static let permit = Set(permits.map(\.id))

    /// The elements outside `D`: permits, and what only a stripe has.
    static let others: [ElementDefinition] =
        permits + [
            .init("PHN", "Personal health number", .measure, 10, isRedacted: true),
            .init("OVF", "Customer ID number, overflow", .number, 5),
        ]
}

// Computed, so that they are constants wherever they are used.
extension ElementID {
    static var fullName: ElementID { ElementID("DAA") }
    static var lastName: ElementID { ElementID("DAB") }
    static var firstName: ElementID { ElementID("DAC") }
    static var middleName: ElementID { ElementID("DAD") }
    static var earlySuffix: ElementID { ElementID("DAE") }
    static var street1: ElementID { ElementID("DAG") }
    static var street2: ElementID { ElementID("DAH") }
    static var city: ElementID { ElementID("DAI") }
    static var province: ElementID { ElementID("DAJ") }
    static var postalCode: ElementID { ElementID("DAK") }
    static var residenceStreet1: ElementID { ElementID("DAL") }
    static var residenceStreet2: ElementID { ElementID("DAM") }
    static var residenceCity: ElementID { ElementID("DAN") }
    static var residenceProvince: ElementID { ElementID("DAO") }
    static var residencePostalCode: ElementID { ElementID("DAP") }
    static var number: ElementID { ElementID("DAQ") }
    static var height: ElementID { ElementID("DAU") }
    static var weightPounds: ElementID { ElementID("DAW") }
    static var weightKilograms: ElementID { ElementID("DAX") }
    static var eyeColor: ElementID { ElementID("DAY") }
    static var hairColor: ElementID { ElementID("DAZ") }
    static var expiryDate: ElementID { ElementID("DBA") }
    static var birthDate: ElementID { ElementID("DBB") }
    static var sex: ElementID { ElementID("DBC") }
    static var issueDate: ElementID { ElementID("DBD") }
    static var vehicleClass: ElementID { ElementID("DCA") }
    static var documentDiscriminator: ElementID { ElementID("DCF") }
    static var country: ElementID { ElementID("DCG") }
    static var familyName: ElementID { ElementID("DCS") }
    static var givenNames: ElementID { ElementID("DCT") }
    static var nameSuffix: ElementID { ElementID("DCU") }
    static var familyNameTruncation: ElementID { ElementID("DDE") }
    static var firstNameTruncation: ElementID { ElementID("DDF") }
    static var middleNameTruncation: ElementID { ElementID("DDG") }
    /// Not of the standard: the digits of a stripe's number that don't fit before its dates.
    static var numberOverflow: ElementID { ElementID("OVF") }
    /// Not of the standard: British Columbia's health number on track 3.
    static var healthNumber: ElementID { ElementID("PHN") }
}
