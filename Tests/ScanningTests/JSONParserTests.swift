import Scanning
import Testing

@Suite struct JSONParserTests {
    private func value(_ text: String) -> JSONValue? { JSONValue(Array(text.utf8)) }

    @Test(arguments: [
        #"{"a":1}"#, #" [ 1 , -2.5e+3 , 0.10 ] "#, #""\"\\\/\b\f\n\r\t\u0041\uD83D\uDE00é""#, "true", "null",
        "[]", "{}", "0",
        #"{"a":{"b":[{}]}}"#,
    ])
    func `what JSON is, is read`(_ text: String) {
        #expect(value(text) != nil)
    }

    @Test(arguments: [
        "", " ", "{", #"{"a"}"#, #"{"a":1,}"#, "[1,]", "[1 2]", "01", "1.", ".5", "-", "+1", "1e", "tru",
        "nul",
        #""a"#, "\"\n\"", #""\x""#, #""\u12""#, #""\uD83D""#, #""\uDE00""#, "{} {}", "1 // comment", "'a'",
        "{a:1}",
        #"{"a":1,"a":1}"#, #"{"first_name": "John" "last_name": "Smith",}"#, "NaN", #""\u+123""#,
    ])
    func `what JSON isn't, is refused`(_ text: String) {
        #expect(value(text) == nil)
    }

    @Test func `invalid UTF-8 is refused`() {
        #expect(JSONValue([0x22, 0xC3, 0x22]) == nil)
    }

    @Test func `escapes are the characters that they stand for`() {
        #expect(value(#""\u0041\n\uD83D\uDE00\/""#) == .string("A\n😀/"))
    }

    @Test func `a number stays the text that it was`() {
        #expect(
            value("[1000.00,99999999999999,1e2]")
                == .array([.number("1000.00"), .number("99999999999999"), .number("1e2")]))
    }

    @Test func `nesting is bounded`() {
        let deep = { (depth: Int) in
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(value(deep(64)) != nil)
        #expect(value(deep(65)) == nil)
        #expect(value(String(repeating: "[", count: 200_000)) == nil)
    }

    @Test func `a value's description shows its kind alone`() {
        let shown = "\(value(#"{"last_name":"SAMPLE"}"#) ?? .null)"
        #expect(shown == "JSONValue(object of 1)")
    }
}
