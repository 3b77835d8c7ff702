import Testing

/// The customer flow: accounts after a scan, and a till's calls of the POS API.
@Suite(.ownThreads) struct TillCallTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
    }

    private static let everyCall =
        "sockets: [{calls: [customers.search, customers.lookup, account.verify, account.interest, account.close]}]"

    private func shop(_ first: String = Self.everyCall, more: String = ", allow_close: true") throws -> Shop {
        try Shop("{\(first), \(sandbox.section(more))}")
    }

    /// The answer to a call, which must bear its id.
    private func ask(_ till: Till, _ call: String, _ parameters: String) throws -> JSON {
        try till.ask(#"{"type":"call","id":"\#(call)-1","call":"\#(call)","params":{\#(parameters)}}"#)
        let answer = try till.skip(to: ["response", "error"])
        #expect(answer["id"]?.text == "\(call)-1")
        return answer
    }

    @Test func `a customer is found, authenticated, advised and closed through the socket`() throws {
        let shop = try shop()
        let till = try shop.till()
        let found = try ask(
            till, "customers.search", #""first_name":"John","last_name":"Smith","dob":"1974-05-15""#)
        #expect(found["ok"] == true)
        #expect(found["result"]?.items.map { $0["account_number"] } == ["123456789", "234567890"])
        let account = #""account_number":"123456789""#
        let lookedUp = try ask(till, "customers.lookup", account)
        #expect(lookedUp["result"]?["customer_id"] == "123321")
        let sent = try ask(till, "account.verify", account + #","format":"sms","request_id":"till-7""#)
        #expect(sent["ok"] == true, "\(sent)")
        #expect(try sandbox.lastPIN() != nil)
        let offers = try ask(till, "account.interest", account + #","amount":250.50,"lang":"en""#)
        #expect(offers["ok"] == true, "\(offers)")
        let body = try sandbox.requests().last?["body"]?.text
        #expect(body?.contains("250.5") == true)
        // The stand-in closes accounts of Quebec alone.
        let quebec = #""account_number":"400200018""#
        #expect(try ask(till, "account.close", quebec)["result"] == [:])
    }

    @Test func `nobody found is an empty list`() throws {
        let till = try shop().till()
        let answer = try ask(
            till, "customers.search", #""first_name":"Nobody","last_name":"Atall","dob":"1974-05-15""#)
        #expect(answer["result"] == [])
    }

    @Test func `the API's refusal comes with its code`() throws {
        let till = try shop().till()
        let answer = try ask(
            till, "account.verify",
            #""account_number":"123456789","format":"security_question","request_id":"7","#
                + #""security_qid":6,"security_answer":"Thunder""#)
        #expect(answer["ok"] == false)
        #expect(answer["error"]?["code"] == "secret_answer_mismatch")
    }

    @Test func `a wrong parameter is named, and nothing is asked`() throws {
        let till = try shop().till()
        let answer = try ask(till, "customers.search", #""first_name":"John","dob":"1974-05-15""#)
        #expect(answer["error"]?["code"] == "bad_parameter")
        #expect(answer["error"]?["message"] == "last_name: missing")
        #expect(try sandbox.requests().filter { $0["operation"] == "search" } == [])
    }

    @Test func `only the calls that the socket lists are made`() throws {
        let till = try shop("sockets: [{calls: [customers.search]}]").till()
        #expect(try ask(till, "account.close", #""account_number":"123456789""#)["code"] == "not_allowed")
        #expect(try sandbox.requests().filter { $0["operation"] == "close" } == [])
    }

    @Test func `closing needs the configuration's word beside the socket's`() throws {
        let folder = try Folder()
        let file = try folder.write("{\(Self.everyCall), \(sandbox.section())}", to: "c.yaml")
        let result = try Scanbridge.run("check", "--config", file)
        #expect(result.status == 78)
        #expect(result.errors.first?.contains("sockets[0].calls[4]: ") == true)
        #expect(result.errors.first?.contains("pos_api.allow_close: true") == true)
    }

    @Test func `a slow call holds up neither scans nor other tills`() throws {
        let shop = try shop()
        try sandbox.setFaults(["search:delay=20s"])
        let (till, other) = (try shop.till(), try shop.till())
        try till.ask(
            #"{"type":"call","id":"1","call":"customers.search","params":{"first_name":"A","last_name":"B","dob":"1974-05-15"}}"#
        )
        #expect(try ask(other, "customers.lookup", #""account_number":"123456789""#)["ok"] == true)
        try shop.scanner.send(Licence.ontario.payload)
        try till.skip(to: "applicant")
        #expect(try till.skip(to: "response")["error"]?["code"] == "timeout")
    }

    @Test func `accounts follow the applicant whose they are`() throws {
        let shop = try shop("decode: {mode: remote, deadline: 20s}", more: ", account_search: true")
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        let applicant = try till.skip(to: "applicant")
        let accounts = try till.next("accounts")
        #expect(accounts["scan"] == applicant["scan"])
        #expect(accounts["accounts"]?.items.first?["last_name"] == "Specimen")
        #expect(accounts["seq"] == nil)
        let references = try sandbox.requests().filter { $0["operation"] == "search" }
            .map { $0["headers"]?["x-reference-id"] }
        #expect(references == [applicant["scan"]])
    }

    @Test func `accounts that can't be searched are an error, and the applicant stands`() throws {
        let shop = try shop("decode: {mode: local}", more: ", account_search: true")
        try sandbox.setFaults(["search:500"])
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        #expect(try till.skip(to: "applicant")["source"] == "local")
        #expect(try till.next("accounts")["error"]?["code"] == "server_error")
    }
}
