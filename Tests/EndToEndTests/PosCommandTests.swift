import Foundation
import Testing

/// `scanbridge pos` and `check --online` against the stand-in POS API.
@Suite(.ownThreads) struct PosCommandTests {
    private let sandbox: Sandbox
    private let file: String

    init() throws {
        sandbox = try Sandbox()
        file = try sandbox.folder.write(sandbox.section(", allow_close: true"), to: "scanbridge.yaml")
    }

    private func pos(_ arguments: String..., input: String = "", file: String? = nil) throws
        -> Scanbridge.Result
    {
        let program = try Program(
            [Scanbridge.executable, "pos"] + arguments + ["--config", file ?? self.file])
        try program.send(Array(input.utf8))
        program.closeInput()
        let status = try program.finish()
        return Scanbridge.Result(
            status: status, output: try program.output.rest(), errors: try program.errors.rest())
    }

    private func answer(_ result: Scanbridge.Result) throws -> JSON {
        try #require(result.status == 0, "\(result)")
        return try JSON(parsing: try #require(result.output.first))
    }

    @Test func `a token is said to work, and isn't shown`() throws {
        let answer = try answer(pos("token"))
        #expect(answer["expires_in"] == 1200)
        #expect(answer.keys == ["token_type", "expires_in", "scope"])
    }

    @Test(arguments: [["--first-name", "--last-name"], ["--first_name", "--last_name"]])
    func `customers are searched, with the API's spelling of a parameter as well`(names: [String]) throws {
        let answer = try answer(pos("search", names[0], "John", names[1], "Smith", "--dob", "1974-05-15"))
        #expect(answer.items.map { $0["customer_id"] } == ["123321", "123412"])
    }

    @Test func `parameters may come from standard input`() throws {
        let answer = try answer(
            pos("lookup", "--params", "-", input: #"{"account_number": 123456789, "lang": "fr"}"#))
        #expect(answer["customer_id"] == "123321")
    }

    @Test func `a customer is verified, and an amount calculated`() throws {
        let verified = try answer(
            pos("verify", "--account-number", "123456789", "--format", "sms", "--request-id", "7"))
        #expect(verified["verification_code"] != nil)
        let offers = try answer(pos("interest", "--account-number", "123456789", "--amount", "1250.00"))
        #expect(!offers.keys.isEmpty)
    }

    @Test func `a licence is decoded by the API from a file or standard input`() throws {
        let payload = try sandbox.folder.write(Array(Licence.ontario.payload.utf8), to: "payload.txt")
        let expected = Licence.ontarioApplicant["govid_number"]
        #expect(try answer(pos("driverslicense", payload))["govid_number"] == expected)
        #expect(try answer(pos("driverslicense", input: Licence.ontario.payload))["govid_number"] == expected)
    }

    @Test func `an account is closed once that is confirmed and allowed`() throws {
        // The stand-in closes accounts of Quebec alone.
        let account = ["close", "--account-number", "400200018"]
        #expect(try pos(account[0], account[1], account[2]).status == 64)
        let careful = try sandbox.folder.write(sandbox.section(), to: "careful.yaml")
        #expect(try pos(account[0], account[1], account[2], "--yes", file: careful).status == 78)
        #expect(try sandbox.requests().filter { $0["operation"] == "close" } == [])
        #expect(try answer(pos(account[0], account[1], account[2], "--yes")) == [:])
    }

    @Test func `what is wrong is one line with its cure, and a status of its kind`() throws {
        let missing = try pos("lookup", "--account-number", "999")
        #expect(missing.status == 1)
        #expect(missing.errors.first?.hasPrefix("scanbridge: not_found: ") == true)
        let parameter = try pos("lookup", "--account-number", "12a")
        #expect(parameter.status == 64)
        #expect(parameter.errors == ["scanbridge: account_number: want 1 to 14 digits"])
        try sandbox.stop()
        #expect(try pos("token").status == 69)
    }

    @Test func `a secret that others may read is refused, and one that is wrong is told`() throws {
        #expect(chmod(sandbox.folder.path("secret"), 0o644) == 0)
        let open = try pos("token")
        #expect(open.status == 78)
        #expect(open.errors.first?.contains("chmod 600") == true)
        try sandbox.folder.write("wrong", to: "secret")
        #expect(chmod(sandbox.folder.path("secret"), 0o600) == 0)
        let wrong = try pos("token")
        #expect(wrong.status == 77)
        #expect(wrong.errors.first?.contains("client_id") == true)
    }

    @Test func `where a proxy is configured the API is asked through its tunnel`() throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/proxy/connect.py").standardizedFileURL.path
        let proxy = try Program(["/usr/bin/python3", script])
        let port = try #require(try proxy.output.next())
        let tunnelled = try sandbox.folder.write(
            sandbox.section(", proxy: 'http://127.0.0.1:\(port)'"), to: "proxy.yaml")
        #expect(try answer(pos("token", file: tunnelled))["expires_in"] == 1200)
        #expect(try proxy.output.next()?.hasPrefix("CONNECT 127.0.0.1:") == true)
    }

    @Test func `a check online says whether the credentials work`() throws {
        let arguments = ["check", "--online", "--config", file, "--socket", sandbox.folder.path("till.sock")]
        func findings() throws -> [String] {
            let check = try Program([Scanbridge.executable] + arguments)
            check.closeInput()
            _ = try check.finish()
            return try check.output.rest().filter { $0.hasPrefix("finding: POS API: ") }
        }
        #expect(try findings() == [])
        try sandbox.stop()
        #expect(try findings().first?.contains("check the network") == true)
    }

    @Test func `without an address, a client and a secret there is nothing to ask`() throws {
        let empty = try sandbox.folder.write("{}", to: "empty.yaml")
        let result = try pos("token", file: empty)
        #expect(result.status == 78)
        #expect(
            result.errors.first?.contains("pos_api.url, pos_api.client_id, pos_api.client_secret_file")
                == true)
    }
}
