import Testing

@testable import scanbridge

@Suite struct PayloadLineTests {
    @Test func `code points up to 255 are bytes`() {
        let line = Array(#""@\n\u001e\r \u00ff\u0000é""#.utf8)
        #expect(PayloadLine.bytes(line) == [0x40, 0x0A, 0x1E, 0x0D, 0x20, 0xFF, 0x00, 0xE9])
    }

    @Test func `a greater code point makes the whole line UTF-8`() {
        #expect(PayloadLine.bytes(Array(#""é\u0141""#.utf8)) == [0xC3, 0xA9, 0xC5, 0x81])
    }

    @Test func `an empty string is an empty payload`() {
        #expect(PayloadLine.bytes(Array(#""""#.utf8)) == [])
    }

    @Test func `blanks around the string don't matter`() {
        #expect(PayloadLine.bytes(Array(#"  "A"  "#.utf8)) == [0x41])
    }

    @Test(arguments: ["", "A", "\"A", "7", "null", "{}", "[\"A\"]", "\"A\" \"B\"", #""\q""#, #""\ud800""#])
    func `what is no JSON string is no payload`(line: String) {
        #expect(PayloadLine.bytes(Array(line.utf8)) == nil)
    }

    @Test func `bytes that are no UTF-8 are no payload`() {
        #expect(PayloadLine.bytes([0x22, 0xFF, 0x22]) == nil)
    }
}
