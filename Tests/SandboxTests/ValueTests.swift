import Testing

@testable import pos_api_sandbox

@Suite struct ValueTests {
    @Test func `JSON is written on one line, its members in their order`() {
        let json: JSON = ["b": [1, "x", true], "a": .null, "c": nil]
        #expect(json.written == #"{"b":[1,"x",true],"a":null}"#)
    }

    @Test func `control characters, quotes and backslashes are escaped`() {
        let text = "\u{1E}\n\r\t\"\\é\u{1F600}"
        #expect(JSON.string(text).written == #""\u001e\n\r\t\"\\é😀""#)
        #expect(JSON(reading: JSON.string(text).written.utf8) == .string(text))
    }

    @Test(arguments: [
        ("234.45", 23445), ("0.1", 10), ("0", 0), ("9999999999999999.99", 999_999_999_999_999_999),
    ])
    func `an amount is exact to the cent`(text: String, cents: Int) {
        #expect(Money(text)?.cents == cents)
    }

    @Test(arguments: ["", ".5", "1.", "-1", "1e2", "1.234", "12345678901234567", "1 0"])
    func `what is no amount is none`(text: String) {
        #expect(Money(text) == nil)
    }

    @Test func `an amount is quoted with both decimals, and bare without trailing zeros`() {
        #expect(Money(cents: 847_50).json(quoted: true) == "847.50")
        #expect(Money(cents: 847_50).json(quoted: false).written == "847.5")
        #expect(Money(cents: 5_000_00).json(quoted: false).written == "5000")
        #expect(Money(cents: 5).json(quoted: false).written == "0.05")
    }

    @Test func `a form's plus is a space, and its escapes are bytes of UTF-8`() {
        let fields = FormFields("a=1+2&b=%C3%A9&c&d=x=y")
        #expect(fields?["a"] == "1 2")
        #expect(fields?["b"] == "é")
        #expect(fields?["c"] == "")
        #expect(fields?["d"] == "x=y")
    }

    @Test(arguments: ["a=%", "a=%2", "a=%zz", "a=%FF"])
    func `a form with a broken escape is none`(text: String) {
        #expect(FormFields(text) == nil)
    }

    @Test(arguments: [
        "/flexiti/pos-api/v2.5", "/flexiti/pos-api/v2.6/oauth/token", "/flexiti/pos-api/v2.5.1/oauth/token",
        "/flexiti/pos-api/v2.5/client-id//customers/search", "/flexiti/pos-api/v2.5/client-id/a/customers",
        "/flexiti/pos-api/v2.5/client-id/a/accounts/1/close/", "/v2.5/oauth/token",
        "/flexiti/pos-api/v2.5.1/client-id/a/customers/lookup",
    ])
    func `a path that the document lacks leads nowhere`(path: String) {
        #expect(Route(path: path) == nil)
    }

    @Test func `the journal keeps the last thousand requests`() throws {
        let route = try #require(Route(path: "/flexiti/pos-api/v2.5/oauth/token"))
        var journal = Journal()
        for _ in 0..<1100 {
            _ = journal.note(Call(route: route, target: ""), method: "POST", headers: [])
        }
        #expect(journal.entries.count == Journal.mostEntries)
        #expect(journal.entries.first?.number == 101)
        #expect(journal.received == 1100)
    }

    @Test func `the journal keeps four megabytes of bodies`() throws {
        let route = try #require(Route(path: "/flexiti/pos-api/v2.5/oauth/token"))
        let call = Call(route: route, target: "", body: Array(repeating: 0x20, count: 60_000))
        var journal = Journal()
        for _ in 0..<200 { _ = journal.note(call, method: "POST", headers: []) }
        #expect(journal.entries.count * 60_000 <= Journal.mostBodyBytes)
        #expect((journal.entries.count + 1) * 60_000 > Journal.mostBodyBytes)
    }
}
