import AAMVA
import Scanning
import Testing

/// What becomes of an endpoint's answer beside the card that it was made of.
@Suite struct EndpointAnswerTests {
    /// What an endpoint says of `SampleRecord.ontario`.
    private static let sample: [Applicant.Field: String] = [
        .firstName: "ROBIN", .middleName: "LEE", .lastName: "SAMPLE", .dob: "1985-04-17",
        .address1: "12 EXAMPLE ST", .city: "TORONTO", .province: "ON", .postalCode: "M5V 2T6",
        .govidType: "CADL", .govidIssuedBy: "ON", .govidNumber: "S04018500850417", .govidExpiry: "2034-04-17",
    ]

    private func answer(_ changes: [Applicant.Field: String?] = [:]) -> EndpointAnswer? {
        var given = Applicant()
        for (field, value) in Self.sample { given[field] = value }
        for (field, value) in changes { given[field] = value }
        return EndpointAnswer(given)
    }

    private struct Outcome {
        let applicant: Applicant
        let warnings: [String]
        let messages: [String]

        init(_ resolution: Resolution) throws {
            guard case .applicant(let applicant, .remote, nil, let warnings) = resolution else {
                throw SampleReading.UnexpectedFailure()
            }
            self.applicant = applicant
            self.warnings =
                warnings.map { "\($0.code.rawValue)\($0.field.map { " " + $0.rawValue } ?? "")" }.sorted()
            messages = warnings.map(\.message)
        }
    }

    private func outcome(
        _ changes: [Applicant.Field: String?], card: KeyValuePairs<StaticString, String?> = [:],
        settings: ApplicantSettings = ApplicantSettings()
    ) throws -> Outcome {
        let record = SampleRecord.make(SampleRecord.ontario(card))
        let resolution = ApplicantReading.resolve(
            record, endpoint: try #require(answer(changes)), settings: settings, today: SampleReading.today,
            document: false)
        return try Outcome(resolution)
    }

    @Test func `an endpoint that agrees is published, with what goes beyond its answer from the card`() throws
    {
        let outcome = try outcome([:], card: ["DAH": "UNIT 7", "DCU": "JR"])
        #expect(outcome.warnings == [])
        #expect(outcome.applicant[.lastName] == "SAMPLE")
        #expect(outcome.applicant[.address2] == "UNIT 7")
        #expect(outcome.applicant[.nameSuffix] == "JR")
        #expect(outcome.applicant[.country] == "CAN")
    }

    @Test func `case, blanks and marks are no disagreement, and the endpoint's are published`() throws {
        let outcome = try outcome([
            .firstName: "Robin", .address1: "12 Example St.", .postalCode: "m5v2t6",
            .govidNumber: "s0401-85008-50417",
        ])
        #expect(outcome.warnings == [])
        #expect(outcome.applicant[.firstName] == "Robin")
        #expect(outcome.applicant[.postalCode] == "M5V 2T6")
        #expect(outcome.applicant[.govidNumber] == "S04018500850417")
    }

    @Test(arguments: [
        (Applicant.Field.lastName, "ANOTHER"), (.dob, "1985-04-18"), (.govidNumber, "S04018500850418"),
        (.city, "OTTAWA"),
        (.govidIssuedBy, "QC"), (.govidExpiry, "2035-04-17"),
    ])
    func `where the two differ the endpoint's value is published and the field is named`(
        _ field: Applicant.Field, _ value: String
    ) throws {
        let outcome = try outcome([field: value])
        #expect(outcome.applicant[field] == value)
        #expect(outcome.warnings == ["remote_disagrees \(field.rawValue)"])
    }

    @Test func `the warning of a disagreement quotes neither value`() throws {
        let outcome = try outcome([.lastName: "ANOTHER"])
        #expect(
            outcome.messages == [
                "The POS API and the card itself disagree. The POS API's reading of it is given."
            ])
    }

    @Test func `an answer's description shows no value`() throws {
        let answer = try #require(self.answer())
        #expect("\(answer) \(String(reflecting: answer))".contains("12 of 15 fields"))
        #expect(!"\(answer) \(String(reflecting: answer))".contains("SAMPLE"))
    }

    @Test func `what the endpoint gives no value for comes from the card, and is named`() throws {
        let outcome = try outcome([.middleName: nil, .govidExpiry: nil])
        #expect(outcome.applicant[.middleName] == "LEE")
        #expect(outcome.applicant[.govidExpiry] == "2034-04-17")
        #expect(outcome.warnings == ["remote_disagrees govid_expiry", "remote_disagrees middle_name"])
    }

    @Test func `names of two readings are never mixed`() throws {
        let outcome = try outcome([.firstName: "ROBIN LEE", .middleName: nil], card: ["DCU": "JR"])
        #expect(outcome.applicant[.firstName] == "ROBIN LEE")
        #expect(!outcome.applicant.has(.middleName))
        #expect(
            outcome.warnings == [
                "remote_disagrees first_name", "remote_disagrees middle_name", "remote_disagrees name_suffix",
            ])
    }

    @Test func `an address of two readings is never mixed`() throws {
        let outcome = try outcome([.address1: "12 EXAMPLE ST UNIT 7"], card: ["DAH": "UNIT 7"])
        #expect(!outcome.applicant.has(.address2))
        #expect(outcome.warnings == ["remote_disagrees address_1", "remote_disagrees address_2"])
    }

    @Test(arguments: [
        (Applicant.Field.govidExpiry, "2034-02-30"), (.govidExpiry, "17/04/2034"), (.province, "ONTARIO"),
        (.postalCode, "?"), (.govidType, "<b>"), (.firstName, "12"), (.govidIssuedBy, "O1N"),
    ])
    func `a value that its field cannot have is never published`(_ field: Applicant.Field, _ value: String)
        throws
    {
        let outcome = try outcome([field: value])
        #expect(outcome.applicant[field] != value)
        #expect(outcome.applicant.has(field))
        #expect(outcome.warnings == ["remote_disagrees \(field.rawValue)"])
    }

    @Test(
        arguments: [
            [Applicant.Field.lastName: nil], [.dob: nil], [.dob: "1985-13-01"], [.dob: "0985-01-01"],
            [.govidNumber: nil],
            [.govidNumber: "--"], [.lastName: "NONE"],
        ] as [[Applicant.Field: String?]])
    func `an answer without name, birth date or number is none`(_ changes: [Applicant.Field: String?]) {
        #expect(answer(changes) == nil)
    }

    @Test func `the card's own warnings stay`() throws {
        let outcome = try outcome([.govidExpiry: "2020-04-17"], card: ["DBA": "20200417"])
        #expect(outcome.warnings == ["expired govid_expiry"])
    }

    @Test func `the endpoint's dates are warned of too`() throws {
        let outcome = try outcome(
            [.govidExpiry: "2020-04-17", .dob: "2015-04-17"], settings: ApplicantSettings(minimumAge: 19))
        #expect(
            outcome.warnings == [
                "expired govid_expiry", "remote_disagrees dob", "remote_disagrees govid_expiry",
                "under_age dob",
            ])
    }

    @Test func `what only the endpoint gives is no longer missing`() throws {
        let outcome = try outcome([:], card: ["DAI": nil])
        #expect(outcome.applicant[.city] == "TORONTO")
        #expect(outcome.warnings == ["remote_disagrees city"])
    }

    @Test func `a card that gives no name of its own is published by the endpoint's`() throws {
        let outcome = try outcome([:], card: ["DCS": nil])
        #expect(outcome.applicant[.lastName] == "SAMPLE")
        #expect(outcome.warnings == ["remote_disagrees last_name"])
    }

    @Test func `names come in the configured case`() throws {
        var given = Applicant()
        for (field, value) in Self.sample { given[field] = value }
        let outcome = try Outcome(
            ApplicantReading.resolve(
                SampleRecord.make(SampleRecord.ontario),
                endpoint: try #require(EndpointAnswer(given, nameCase: .title)),
                settings: ApplicantSettings(nameCase: .title), today: SampleReading.today, document: false))
        #expect(outcome.applicant[.lastName] == "Sample")
        #expect(outcome.warnings == [])
    }
}
