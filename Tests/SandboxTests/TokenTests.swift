import Testing

@testable import pos_api_sandbox

@Suite struct TokenTests {
    @Test func `a token is 40 hex digits, of the type bearer, and lives 1200 seconds`() throws {
        var counter = try Counter()
        let body = try counter.askForToken().body
        #expect(body["token_type"] == "bearer")
        #expect(body["expires_in"] == 1200)
        #expect(body["access_token"]?.string?.wholeMatch(of: /[0-9a-f]{40}/) != nil)
        #expect(body["refresh_token"]?.string?.wholeMatch(of: /[0-9a-f]{40}/) != nil)
    }

    @Test func `a token is dead after its life`() throws {
        var counter = try Counter()
        counter.now += .seconds(1199)
        let before = try counter.get("customers/lookup?account_number=20035156")
        counter.now += .seconds(1)
        let after = try counter.get("customers/lookup?account_number=20035156")
        #expect(before.status == 200)
        #expect(after.status == 401)
        #expect(after.code == "invalid_token")
    }

    @Test func `a call without a token is refused`() throws {
        var counter = try Counter()
        counter.token = nil
        let answer = try counter.post("accounts/400200018/close")
        #expect(answer.status == 401)
    }

    @Test(arguments: [
        "client_id=sandbox", "client_id=sandbox&client_secret=guess", "client_secret=sandbox-secret", "",
    ])
    func `a wrong or absent client or secret is invalid_client`(form: String) throws {
        var counter = try Counter()
        let answer = try counter.token(form: form)
        #expect(answer.status == 400)
        #expect(answer.code == "invalid_client")
    }

    @Test func `JSON is refused, though the documentation prints it`() throws {
        var counter = try Counter()
        let answer = try counter.token(
            form: #"{"client_id":"sandbox","client_secret":"sandbox-secret"}"#, mediaType: "application/json")
        #expect(answer.status == 400)
        #expect(answer.code == "invalid_request")
    }

    @Test func `the query is no place for a secret`() throws {
        var counter = try Counter()
        let answer = try counter.token(form: "", query: "client_id=sandbox&client_secret=sandbox-secret")
        #expect(answer.code == "invalid_client")
    }

    @Test func `a client that is not provisioned gets invalid_role`() throws {
        var counter = try Counter()
        let answer = try counter.askForToken(["client_id": "sandbox-unprovisioned"])
        #expect(answer.status == 409)
        #expect(answer.code == "invalid_role")
    }

    @Test func `an unknown grant is invalid_request`() throws {
        var counter = try Counter()
        let answer = try counter.askForToken(["grant_type": "client_credential"])
        #expect(answer.status == 400)
        #expect(answer.code == "invalid_request")
    }

    @Test func `an unknown scope is a wrong input`() throws {
        var counter = try Counter()
        let answer = try counter.askForToken(["scope": "till"])
        #expect(answer.status == 409)
        #expect(answer.wrongInputs == ["scope"])
    }

    @Test func `a refresh token gives new tokens of the same scope`() throws {
        var counter = try Counter()
        let first = try counter.askForToken(["scope": "customer"]).body
        let refreshed = try counter.refresh(first)
        counter.token = refreshed.body["access_token"]?.string
        let search = try counter.get("customers/search?first_name=John&last_name=Smith&dob=1974-05-15")
        #expect(refreshed.status == 200)
        #expect(refreshed.body["refresh_token"] != first["refresh_token"])
        #expect(search.status == 403)
    }

    @Test func `a refresh token is used once`() throws {
        var counter = try Counter()
        let first = try counter.askForToken().body
        _ = try counter.refresh(first)
        let again = try counter.refresh(first)
        #expect(again.status == 400)
        #expect(again.code == "invalid_request")
    }

    @Test func `a refresh token ends with its access token`() throws {
        var counter = try Counter()
        let first = try counter.askForToken().body
        counter.now += .seconds(1200)
        let late = try counter.refresh(first)
        #expect(late.status == 400)
    }

    @Test func `on the oldest pages a refresh token outlives its access token`() throws {
        var counter = try Counter(.oldest)
        let first = try counter.askForToken().body
        counter.now += .seconds(2000)
        let late = try counter.refresh(first)
        #expect(late.status == 200)
    }

    @Test func `another client's refresh token is of no use`() throws {
        var counter = try Counter()
        let first = try counter.askForToken().body
        let stolen = try counter.askForToken([
            "client_id": "sandbox-prime", "grant_type": "refresh_token",
            "refresh_token": first["refresh_token"]?.string ?? "",
        ])
        #expect(stolen.status == 400)
    }

    @Test func `a token is its client's alone`() throws {
        var counter = try Counter()
        counter.clientID = "sandbox-prime"
        let answer = try counter.get("customers/lookup?account_number=20035156")
        #expect(answer.status == 409)
        #expect(answer.code == "invalid_role")
    }

    @Test(arguments: [
        nil, "", "0123456789abcdef", "0123456789abcdef0123456789abcdeg", "01234567-89abcdef-0123456789abcdef",
    ])
    func `a call needs a reference of 32 hex digits`(reference: String?) throws {
        var counter = try Counter()
        counter.reference = reference
        let answer = try counter.askForToken()
        #expect(answer.status == 409)
        #expect(answer.wrongInputs == ["x-reference-id"])
    }

    @Test func `a reference may be written with its hyphens`() throws {
        var counter = try Counter()
        counter.reference = "01234567-89ab-cdef-0123-456789ABCDEF"
        let answer = try counter.askForToken()
        #expect(answer.status == 200)
    }
}

extension Counter {
    fileprivate mutating func refresh(_ tokens: JSON) throws -> Answer {
        try askForToken([
            "grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]?.string ?? "",
        ])
    }
}
