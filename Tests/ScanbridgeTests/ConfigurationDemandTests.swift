import Testing

@testable import scanbridge

/// Keys that ask for the POS API, and what they need beside them.
@Suite struct ConfigurationDemandTests {
    private static let access =
        "pos_api: {url: 'https://pos.example/api', client_id: shop, client_secret_file: /etc/s"

    /// What is wrong, without the file's name.
    private func complaint(_ text: String) -> String? {
        do throws(ConfigurationError) {
            try Configuration(text).checkDemands()
            return nil
        } catch {
            return String(error.description.dropFirst("f.yaml:".count))
        }
    }

    @Test(arguments: [
        ("decode: {mode: remote}", "1:16: decode.mode: "),
        ("decode: {mode: remote-only}", "1:16: decode.mode: "),
        ("pos_api: {account_search: true}", "1:27: pos_api.account_search: "),
        ("sockets: [{calls: [customers.search]}]", "1:20: sockets[0].calls[0]: "),
    ])
    func `what asks for the POS API needs its address, the client and its secret`(
        text: String, place: String
    ) {
        #expect(
            complaint(text) == place
                + "asks the POS API, which needs pos_api.url, pos_api.client_id, pos_api.client_secret_file as well"
        )
    }

    @Test(arguments: ["decode: {mode: remote}", "sockets: [{calls: [customers.search]}]"])
    func `with address, client and secret nothing is wrong`(text: String) {
        #expect(complaint("\(text)\n\(Self.access)}") == nil)
    }

    @Test func `closing accounts needs a word of its own beside the socket's`() {
        let text = "sockets:\n  - calls: [customers.search]\n  - {path: /b, calls: [account.close]}\n"
        #expect(complaint(text + Self.access + "}")?.hasPrefix("3:24: sockets[1].calls[0]: ") == true)
        #expect(complaint(text + Self.access + ", allow_close: true}") == nil)
    }

    @Test(arguments: ["customers.search", "customers.lookup"])
    func `what a customer's token doesn't open is refused with it`(call: String) {
        let text = "sockets: [{calls: [\(call)]}]\n\(Self.access), scope: customer}"
        #expect(
            complaint(text)?.hasPrefix("1:20: sockets[0].calls[0]: needs pos_api.scope: merchant") == true)
    }

    @Test func `a later file's sockets take an earlier one's calls away`() throws {
        var configuration = try Configuration("sockets: [{calls: [account.close]}]")
        try configuration.apply("sockets: [{max_tills: 3}]", file: "later.yaml")
        try configuration.checkDemands()
        #expect(!configuration.asksPointOfSale)
    }

    @Test func `staying local takes back all that asks for the API`() throws {
        var configuration = try Configuration(
            "{decode: {mode: remote-only}, sockets: [{calls: [account.close]}], pos_api: {account_search: true}}"
        )
        configuration.stayLocal()
        try configuration.checkDemands()
        #expect(!configuration.asksPointOfSale)
    }

    @Test(arguments: ["url: pos.example", "url: 'http://pos.example'", "proxy: 'proxy.example:3128'"])
    func `an address that can't be one is told with its place`(text: String) {
        #expect(throws: ConfigurationError.self) { try Configuration("pos_api: {\(text)}") }
    }
}
