import Scanning
import Testing

@testable import TillSocket

@Suite struct TillRequestTests {
    private func read(_ text: String) -> Result<TillRequest, TillRequest.Fault> {
        read(Array(text.utf8))
    }

    private func read(_ line: [UInt8]) -> Result<TillRequest, TillRequest.Fault> {
        Result { () throws(TillRequest.Fault) in try TillRequest(line: line) }
    }

    private func code(_ line: [UInt8]) -> TillMessage.RequestFault.Code? {
        guard case .failure(let fault) = read(line) else { return nil }
        return fault.code
    }

    @Test func `the requests of the protocol are read`() {
        #expect(read(#"{"type":"ack","scan":"00ff"}"#) == .success(.ack(scan: "00ff")))
        #expect(read(#"{"type":"status"}"#) == .success(.status(id: nil)))
        #expect(read(#" { "id" : "a" , "type" : "replay" } "#) == .success(.replay(id: "a")))
    }

    @Test func `a call's parameters keep their kinds, and amounts their digits`() {
        let line =
            #"{"type":"call","id":"b","call":"account.interest","params":{"lang":"fr","amount":1250.10,"#
            + #""n":12345678901234567890,"flag":true,"none":null}}"#
        let parameters: [String: CallParameter] = [
            "lang": .text("fr"), "amount": .number("1250.10"), "n": .number("12345678901234567890"),
            "flag": .boolean(true),
        ]
        #expect(read(line) == .success(.call(id: "b", call: .interest, parameters: parameters)))
    }

    @Test func `a call without parameters has none`() {
        let call = TillRequest.call(id: nil, call: .lookup, parameters: [:])
        #expect(read(#"{"type":"call","call":"customers.lookup"}"#) == .success(call))
        #expect(read(#"{"type":"call","call":"customers.lookup","params":null}"#) == .success(call))
    }

    @Test func `an unknown call is no call of the API`() {
        #expect(
            read(#"{"type":"call","call":"x"}"#) == .success(.call(id: nil, call: nil, parameters: [:])))
    }

    @Test(arguments: ["[]", "7", #""text""#, #"{"a":[1]}"#, #"{"a":{"b":1}}"#])
    func `parameters that are no flat object are none at all`(text: String) {
        let line = #"{"type":"call","call":"account.close","params":"# + text + "}"
        #expect(read(line) == .success(.call(id: nil, call: .close, parameters: nil)))
    }

    @Test func `escapes in keys and values are read`() {
        #expect(read(#"{"\u0074ype":"st\u0061tus","id":"\ud83d\ude00"}"#) == .success(.status(id: "😀")))
    }

    @Test func `a null or empty id is none`() {
        #expect(read(#"{"type":"status","id":null}"#) == .success(.status(id: nil)))
        #expect(read(#"{"type":"status","id":""}"#) == .success(.status(id: nil)))
    }

    @Test func `an id of 64 characters is taken, one of 65 is a bad request`() {
        let id = String(repeating: "é", count: 64)
        #expect(read("{\"type\":\"status\",\"id\":\"\(id)\"}") == .success(.status(id: id)))
        #expect(code(Array("{\"type\":\"status\",\"id\":\"\(id)x\"}".utf8)) == .badRequest)
    }

    @Test(arguments: [
        "garbage", "{", "{\"type\":\"status\"", "{\"type\":\"status\"}}", "{'type':'status'}",
        "{\"type\":status}",
        "\u{FEFF}x", "{\"type\":\"sta\ttus\"}",
        "{\"type\":\"status\"}\u{0}",
        #"{"type":"status",}"#, #"{"type":"status","x":01}"#, #"{"type":"status","x":1.}"#,
        #"{"type":"status","x":"\q"}"#,
        #"{"type":"status","x":[1,]}"#, "\u{FEFF}{\"type\":\"status\"}",
        #"{"type":"status","type":"replay"}"#,
    ])
    func `what is not JSON is bad JSON`(text: String) {
        #expect(code(Array(text.utf8)) == .badJSON)
    }

    @Test func `invalid UTF-8 is bad JSON`() {
        #expect(
            code(Array("{\"type\":\"status\",\"id\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8)) == .badJSON)
    }

    @Test func `UTF-16 is bad JSON`() {
        #expect(code(Array("{}".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == .badJSON)
    }

    @Test(arguments: ["[]", "1", "\"status\"", "null", "true", "[{\"type\":\"status\"}]"])
    func `JSON that is no object is a bad request`(text: String) {
        #expect(code(Array(text.utf8)) == .badRequest)
    }

    @Test(arguments: ["{}", #"{"type":"Status"}"#, #"{"type":""}"#, #"{"type":null}"#, #"{"type":5}"#])
    func `no type or an unknown one is an unknown type`(text: String) {
        #expect(code(Array(text.utf8)) == .unknownType)
    }

    @Test(arguments: [
        #"{"type":"ack"}"#, #"{"type":"ack","scan":7}"#, #"{"type":"status","id":7}"#,
        #"{"type":"status","id":{"a":1}}"#, #"{"type":"call"}"#, #"{"type":"call","call":7}"#,
    ])
    func `a wrong kind of value is a bad request`(text: String) {
        #expect(code(Array(text.utf8)) == .badRequest)
    }

    @Test func `a fault bears the id that was given`() {
        guard case .failure(let fault) = read(#"{"type":"dance","id":"7"}"#) else {
            Issue.record("read as a request")
            return
        }
        #expect(fault.id == "7")
    }

    @Test func `16 KB of nesting is refused, not followed`() {
        #expect(code([UInt8](repeating: UInt8(ascii: "["), count: RequestLines.limit)) == .badJSON)
        let nested = String(repeating: "[", count: 8000) + String(repeating: "]", count: 8000)
        #expect(code(Array("{\"x\":\(nested)}".utf8)) == .badJSON)
    }
}
