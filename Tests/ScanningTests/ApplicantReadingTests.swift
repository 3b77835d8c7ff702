import AAMVA
import Scanning
import Testing

@Suite struct ApplicantReadingTests {
    @Test func `a plain licence gives every key as the till protocol has it, and no warning`() throws {
        var elements = SampleRecord.ontario
        elements += [("DAH", "UNIT 4"), ("DCU", "JR")]
        let read = try SampleReading(SampleRecord.make(elements))
        #expect(
            read.fields == [
                "first_name": "ROBIN", "middle_name": "LEE", "last_name": "SAMPLE", "name_suffix": "JR",
                "dob": "1985-04-17", "address_1": "12 EXAMPLE ST", "address_2": "UNIT 4", "city": "TORONTO",
                "province": "ON", "postal_code": "M5V 2T6", "country": "CAN", "govid_type": "CADL",
                "govid_issuedby": "ON", "govid_number": "S04018500850417", "govid_expiry": "2034-04-17",
            ])
        #expect(read.warnings.isEmpty)
    }

    @Test func `several middle names are joined by one blank`() throws {
        let read = try SampleReading(["DAD": "LEE,ANN MARIE"])
        #expect(read.fields["middle_name"] == "LEE ANN MARIE")
    }

    @Test(arguments: [
        ("SAMPLE", "Sample"), ("O'BRIEN-SMITH", "O'Brien-Smith"), ("DE LA CRUZ", "De La Cruz"),
        ("McDonald", "McDonald"), ("ST. JOHN", "St. John"),
    ])
    func `title case begins each part of a name, and leaves one that has both cases`(
        _ scanned: String, _ shown: String
    ) throws {
        let read = try SampleReading(
            ["DCS": scanned, "DCU": "III"], settings: ApplicantSettings(nameCase: .title))
        #expect(read.fields["last_name"] == shown)
        #expect(read.fields["name_suffix"] == "III")
        #expect(read.fields["city"] == "TORONTO")
    }

    @Test func `a suffix that is a word takes title case`() throws {
        let read = try SampleReading(["DCU": "JR"], settings: ApplicantSettings(nameCase: .title))
        #expect(read.fields["name_suffix"] == "Jr")
    }

    @Test func `a field that the card lacks is absent, with a warning that names it`() throws {
        let read = try SampleReading(["DAC": nil, "DAI": nil, "DAG": "", "DAK": nil, "DBA": nil])
        #expect(
            read.warnings == [
                "missing_field first_name", "missing_field address_1", "missing_field city",
                "missing_field postal_code", "missing_field govid_expiry",
            ])
        #expect(read.fields["city"] == nil)
    }

    @Test func `middle name, suffix and second address line are absent silently`() throws {
        let read = try SampleReading(["DAD": "NONE"])
        #expect(read.warnings.isEmpty)
        #expect(read.fields["middle_name"] == nil)
    }

    @Test func `an expiry date that is no date is missing, and said to be unreadable`() throws {
        let read = try SampleReading(["DBA": "20341345"])
        #expect(read.warnings.contains("missing_field govid_expiry"))
        #expect(read.messages.contains { $0.contains("cannot be read") })
    }

    @Test func `without last name, birth date or number there is no applicant`() {
        #expect(SampleReading.failure(["DCS": nil])?.message.contains("last name") == true)
        #expect(SampleReading.failure(["DBB": nil])?.message.contains("birth date") == true)
        #expect(SampleReading.failure(["DAQ": nil])?.message.contains("ID number") == true)
        #expect(SampleReading.failure(["DAQ": nil])?.reason == .missingRequired)
    }

    @Test func `what is missing is told in one sentence that quotes nothing`() {
        let failure = SampleReading.failure(["DBB": nil, "DAQ": nil])
        #expect(
            failure?.message
                == "The licence was read, but it gives no readable birth date and no ID number; "
                + "scan it again, or enter the customer by hand.")
    }

    @Test func `names that the card says were cut are told one by one`() throws {
        let read = try SampleReading(["DDE": "T", "DDF": "N", "DDG": "T"])
        #expect(read.warnings == ["truncated_name last_name", "truncated_name middle_name"])
    }

    @Test func `a social security number is never shown`() throws {
        let record = SampleRecord.make(SampleRecord.ontario + [("DBK", "987654321")], version: 1)
        let read = try SampleReading(record)
        #expect(!read.fields.values.contains { $0.contains("987654321") })
        #expect(read.document?.items.contains { $0.text.contains("987654321") } == false)
    }

    @Test func `the document is built only where it is wanted`() {
        let resolution = ApplicantReading.resolve(
            SampleRecord.make(SampleRecord.ontario), settings: ApplicantSettings(),
            today: SampleReading.today, document: false)
        guard case .applicant(_, .local, nil, _) = resolution else {
            Issue.record("a plain licence is an applicant without document")
            return
        }
    }

    @Test func `no field holds a control character, whatever the card does`() {
        var applicant = Applicant()
        applicant[.lastName] = "SPE\u{0}CI\u{85}M\u{7F}\u{C9}N"
        applicant[.firstName] = "\u{1}\u{9F}"
        #expect(applicant[.lastName] == "SPECIM\u{C9}N")
        #expect(applicant[.firstName] == nil)
    }
}
