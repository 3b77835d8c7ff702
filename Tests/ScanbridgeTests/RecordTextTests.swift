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

    private func record(elements: [String], version: String) throws -> Record {
        let body = "DL" + elements.joined(separator: "\n") + "\r"
        // Version 01 has no jurisdiction version, so its header is two bytes shorter.
        let header = "@\n\u{1E}\rANSI 636012\(version)" + (version == "01" ? "" : "00") + "01"
        let offset = "00\(header.utf8.count + 10)"
        let length = String("000\(body.utf8.count)".suffix(4))
        let outcome = RecordDecoder.decode(Array((header + "DL" + offset + length + body).utf8))
        guard case .records(let results) = outcome, let record = try results.first?.get() else {
            throw Undecodable()
        }
        return record
    }

    private struct Undecodable: Error {}
}
