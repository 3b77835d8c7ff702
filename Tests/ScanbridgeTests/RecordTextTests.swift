import AAMVA
import Scanning
import Testing

@testable import scanbridge

@Suite struct RecordTextTests {
    private let secret = "987654321"

    @Test func `a social security number is in neither text, and that it is there is told`() throws {
        let text = RecordText(
            try record(elements: ["DAAPUBLIC,JOHN,Q", "DAQ0123456789", "DBK\(secret)"], version: "01"))
        let explanation = text.explanation(
            today: Today(try #require(CalendarDate(year: 2026, month: 11, day: 24))))
        #expect(!text.json().contains(secret))
        #expect(text.json().contains(#"{"id":"DBK","subfile":"DL","redacted":true}"#))
        #expect(!explanation.contains(secret))
        #expect(explanation.contains("(withheld)"))
    }

    @Test func `the same identifier with another meaning in a later version is shown`() throws {
        let text = RecordText(
            try record(elements: ["DCSSAMPLE", "DACROBIN", "DAQS123", "DBG1"], version: "09"))
        #expect(text.json().contains(#""id":"DBG""#))
    }

    @Test func `control characters in a value can't disturb a terminal`() throws {
        let text = RecordText(
            try record(elements: ["DCSSAM\u{1B}[2JPLE", "DACROBIN", "DAQS123"], version: "09"))
        let explanation = text.explanation(
            today: Today(try #require(CalendarDate(year: 2026, month: 11, day: 24))))
        #expect(!explanation.contains("\u{1B}"))
    }

    @Test func `a record that gives no applicant is explained all the same`() throws {
        let text = RecordText(try record(elements: ["DCSSAMPLE", "DACROBIN", "DCFXX"], version: "09"))
        let explanation = text.explanation(
            today: Today(try #require(CalendarDate(year: 2026, month: 11, day: 24))))
        #expect(explanation.contains("no applicant (missing_required)"))
    }

    @Test func `each element has its place, its name, its value and what that means`() throws {
        let explanation = try explanation([
            "DCSSAMPLE", "DACROBIN", "DAQS123", "DBC2", "DAU175 cm", "DBB19850304",
        ])
        #expect(explanation.contains("DBC  Sex                                  2 = female"))
        #expect(explanation.contains("DBB  Date of birth                        19850304 = 1985-03-04"))
        #expect(explanation.contains("636012 Ontario (ON, CAN)"))
        #expect(explanation.contains("9, edition of 2016"))
        #expect(explanation.contains("DL at 31"))
        #expect(explanation.contains("found there"))
    }

    @Test func `no line is wider than a hundred columns, and nothing of a long value is lost`() throws {
        let street = Array(repeating: "LONGSTREET", count: 12).joined(separator: " ")
        let explanation = try explanation(["DCSSAMPLE", "DACROBIN", "DAQS123", "DAG\(street)"])
        #expect(explanation.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(explanation.matches(of: /LONGSTREET/).count == 12)
    }

    private func explanation(_ elements: [String]) throws -> String {
        let today = Today(try #require(CalendarDate(year: 2026, month: 11, day: 24)))
        return RecordText(try record(elements: elements, version: "09")).explanation(today: today)
    }

    private func record(elements: [String], version: String) throws -> Record {
        let body = "DL" + elements.joined(separator: "\n") + "\r"
        // Version 01 has no jurisdiction version, so its header is two bytes shorter.
        let header = "@\n\u{1E}\rANSI 636012\(version)" + (version == "01" ? "" : "00") + "01"
        let offset = "00\(header.utf8.count + 10)"
        let length = String("000\(body.utf8.count)".suffix(4))
        let outcome = RecordDecoder.decode(Array((header + "DL" + offset + length + body).utf8))
        return try #require(outcome.results.first).get()
    }
}
