import Foundation
import Testing

@Suite(.ownThreads) struct DecodeCommandTests {
    private let payload = Array(Licence.ontario.payload.utf8)

    @Test func `a payload comes out as the daemon would publish it, on one line`() throws {
        let result = try Scanbridge.run("decode", "--today", "2026-11-24", input: payload)
        #expect(result.status == 0)
        #expect(result.output.count == 1)
        let answer = try #require(try result.output.first.map(JSON.init(parsing:)))
        #expect(answer == ["applicant": Licence.ontarioApplicant, "warnings": []])
    }

    @Test func `a payload is read from a file as well`() throws {
        let folder = try Folder()
        let file = try folder.write(payload, to: "payload.txt")
        let result = try Scanbridge.run("decode", file)
        #expect(result.status == 0)
        #expect(try result.output.first.map(JSON.init(parsing:))?["applicant"] == Licence.ontarioApplicant)
    }

    @Test(arguments: [
        ("2035-12-01", []), ("2035-12-02", ["expired"]), ("2025-10-05", ["not_yet_valid"]),
        ("2025-10-06", []),
    ])
    func `warnings go by the date that is given, which is believed`(today: String, codes: [String]) throws {
        let result = try Scanbridge.run("decode", "--today", today, input: payload)
        let answer = try #require(try result.output.first.map(JSON.init(parsing:)))
        #expect(answer["warnings"]?.items.compactMap { $0["code"]?.text } == codes)
    }

    @Test func `the point-of-sale API's own damaged example decodes with exactly its four warnings`() throws {
        let result = try Scanbridge.run(
            "decode", "--today", "2026-11-24", input: Array(Licence.pointOfSaleExample.utf8))
        let answer = try #require(try result.output.first.map(JSON.init(parsing:)))
        #expect(answer["applicant"] == Licence.pointOfSaleApplicant)
        let codes = answer["warnings"]?.items.compactMap { $0["code"]?.text } ?? []
        #expect(Set(codes) == ["repaired", "length_mismatch", "issuer_mismatch", "expired"])
    }

    @Test func `the document adds every element`() throws {
        let result = try Scanbridge.run("decode", "--document", input: payload)
        let answer = try #require(try result.output.first.map(JSON.init(parsing:)))
        let elements = answer["document"]?["elements"]?.items ?? []
        let ids = elements.compactMap { $0["id"]?.text }
        #expect(Set(ids).isSuperset(of: ["DCS", "DAQ", "DBB", "DCK", "ZOZ"]))
    }

    @Test func `the record's format gives header, subfiles and every element as scanned`() throws {
        let result = try Scanbridge.run("decode", "--format", "record", input: payload)
        #expect(result.status == 0)
        let answer = try #require(try result.output.first.map(JSON.init(parsing:)))
        #expect(answer["header"]?["issuer"] == "636012")
        #expect(answer["header"]?["version"] == 9)
        #expect(answer["subfiles"] == ["DL", "ZO"])
        let elements = answer["elements"]?.items ?? []
        #expect(elements.count == Licence.ontario.subfiles.map(\.elements.count).reduce(0, +))
        #expect(elements.contains(["id": "DAK", "subfile": "DL", "value": "K1A0B1     "]))
        #expect(answer["findings"] == [])
    }

    @Test func `the explanation is for people: meaning, value, damage and applicant`() throws {
        let result = try Scanbridge.run(
            "decode", "--format", "explain", input: Array(Licence.pointOfSaleExample.utf8))
        #expect(result.status == 0)
        let text = result.output.joined(separator: "\n")
        for part in [
            "Customer ID number", "D61014070660905", "what differs from the standard", "govid_number",
        ] {
            #expect(text.localizedCaseInsensitiveContains(part), "\(part)")
        }
    }

    @Test(arguments: ["applicant", "record", "explain"])
    func `social security numbers are shown in no format`(format: String) throws {
        var licence = Licence.ontario
        licence.version = "01"
        licence.subfiles = [("DL", licence.subfiles[0].elements + ["DBK987654321"])]
        let result = try Scanbridge.run(
            "decode", "--format", format, "--document", input: Array(licence.payload.utf8))
        #expect(!(result.output + result.errors).joined().contains("987654321"))
    }

    @Test(arguments: ["", "hello", "4006381333931", Licence.ontario.half])
    func `what can't be decoded is one line of error with its code, and exit status 1`(text: String) throws {
        let result = try Scanbridge.run("decode", input: Array(text.utf8))
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(result.errors.count == 1)
    }

    @Test(arguments: [
        ["decode", "--today", "24.11.2026"], ["decode", "--today", "2026-02-30"],
        ["decode", "--format", "xml"],
        ["decode", "--nonsense"], ["brew"],
    ])
    func `a wrong command line is a usage error`(arguments: [String]) throws {
        let program = try Program([Scanbridge.executable] + arguments)
        program.closeInput()
        #expect(try program.finish() == 64)
    }

    @Test func `each line of payloads is answered by one line, in order`() throws {
        let folder = try Folder()
        let stripe = Licence.britishColumbia
        let both = Licence.ontario.numbered(1).payload + Licence.ontario.numbered(2).payload
        let lines = [
            quoted(Licence.ontario.payload), "no string", quoted("hello"), quoted(stripe), quoted(both), "{}",
        ]
        let file = try folder.write(Array(lines.joined(separator: "\n").utf8), to: "payloads.jsonl")
        let result = try Scanbridge.run("decode", "--lines", file)
        #expect(result.status == 0)
        let answers = try result.output.map(JSON.init(parsing:))
        #expect(answers.count == 6)
        #expect(answers[0]["applicant"] == Licence.ontarioApplicant)
        #expect(answers[1]["error"]?["code"] == "bad_line")
        #expect(answers[2]["error"]?["code"] == "unreadable")
        #expect(answers[3]["applicant"]?["province"] == "BC")
        let numbers = answers[4].items.compactMap { $0["applicant"]?["govid_number"]?.text }
        #expect(numbers == ["S12345670000001", "S12345670000002"])
        #expect(answers[5]["error"]?["code"] == "bad_line")
    }

    @Test func `explanations of several payloads have a blank line between them`() throws {
        let lines = [quoted(Licence.ontario.payload), quoted("hello")].joined(separator: "\n")
        let result = try Scanbridge.run(
            "decode", "--lines", "--format", "explain", input: Array((lines + "\n").utf8))
        #expect(result.status == 0)
        let texts = result.output.split(separator: "", omittingEmptySubsequences: true)
        #expect(texts.count == 2)
        #expect(texts.first?.contains { $0.contains("Ontario") } == true)
        #expect(texts.last?.first == "not decoded (unreadable)")
    }

    @Test func `lines are answered as they come`() throws {
        let program = try Program([Scanbridge.executable, "decode", "--lines"])
        for _ in 1...3 {
            try program.send(Array((quoted(Licence.ontario.payload) + "\n").utf8))
            let answer = try #require(try program.output.next())
            #expect(try JSON(parsing: answer)["applicant"] == Licence.ontarioApplicant)
        }
        program.closeInput()
        #expect(try program.finish() == 0)
    }

    @Test func `code points up to 255 are bytes, and greater ones make the line UTF-8`() throws {
        let latin = quoted(Licence.ontario.with("DAI", "MONTR\u{C9}AL").payload)
        let wide = quoted(Licence.ontario.with("DAI", "\u{141}\u{D3}D\u{179}").payload)
        let result = try Scanbridge.run("decode", "--lines", input: Array("\(latin)\n\(wide)\n".utf8))
        let answers = try result.output.map(JSON.init(parsing:))
        #expect(answers.map { $0["applicant"]?["city"]?.text } == ["MONTR\u{C9}AL", "\u{141}\u{D3}D\u{179}"])
    }

    private func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            scalar.value < 0x20 || scalar.value > 0x7E || scalar == "\"" || scalar == "\\"
                ? String(format: "\\u%04x", scalar.value) : String(scalar)
        }
        return "\"" + escaped.joined() + "\""
    }
}
