import Scanning
import Testing

/// Values go in by key, whatever their order, and come out by key and as a line's object.
@Suite struct ApplicantTests {
    private func written(_ applicant: Applicant, fields: [Applicant.Field] = []) -> String {
        var json = JSONWriter()
        json.applicant(applicant, fields: fields)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func `fields are written in one order, whatever the order in which they were set`() {
        var applicant = Applicant()
        applicant[.govidNumber] = "S123"
        applicant[.firstName] = "ROBIN"
        applicant[.city] = "TORONTO"
        #expect(written(applicant) == #"{"first_name":"ROBIN","city":"TORONTO","govid_number":"S123"}"#)
        #expect(applicant[.city] == "TORONTO")
    }

    @Test func `a field that is set again has the later value only`() {
        var applicant = Applicant()
        applicant[.lastName] = "SAMPLE"
        applicant[.dob] = "2008-04-17"
        applicant[.lastName] = "OTHER"
        #expect(written(applicant) == #"{"last_name":"OTHER","dob":"2008-04-17"}"#)
    }

    @Test func `a field that is set to nothing is gone`() {
        var applicant = Applicant()
        applicant[.firstName] = "ROBIN"
        applicant[.lastName] = "SAMPLE"
        applicant[.firstName] = nil
        #expect(written(applicant) == #"{"last_name":"SAMPLE"}"#)
        #expect(!applicant.has(.firstName))
    }

    @Test(arguments: Applicant.Field.allCases)
    func `a value of any length comes back from any field`(_ field: Applicant.Field) {
        for length in 1...40 {
            let value = String(repeating: "x", count: length - 1) + "Y"
            var applicant = Applicant()
            applicant[field] = value
            applicant[.govidExpiry] = "2034-04-17"
            #expect(applicant[field] == (field == .govidExpiry ? "2034-04-17" : value))
            #expect(field == .govidExpiry || written(applicant, fields: [field]).contains(#":"\#(value)""#))
        }
    }

    @Test(arguments: [#"O"NEIL"#, #"A\B"#, "CÔTÉ", "\"", "\\"])
    func `what JSON escapes is escaped in the line and whole in the value`(_ name: String) {
        var applicant = Applicant()
        applicant[.lastName] = name
        applicant[.city] = "TORONTO"
        var text = JSONWriter()
        text.string(name)
        let escaped = String(decoding: text.bytes, as: UTF8.self)
        #expect(written(applicant) == #"{"last_name":\#(escaped),"city":"TORONTO"}"#)
        #expect(applicant[.lastName] == name)
    }

    @Test func `a card that is longer than any is written whole`() {
        var applicant = Applicant()
        let value = String(repeating: "LONG ", count: 300) + "END"
        for field in Applicant.Field.allCases { applicant[field] = value }
        #expect(Applicant.Field.allCases.allSatisfy { applicant[$0] == value })
    }
}
