import PointOfSale
import Testing

@Suite struct AddressTests {
    private func failure(_ text: String) -> AddressError? {
        do throws(AddressError) {
            _ = try ServiceAddress(text)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("https://posapi.example/flexiti/pos-api", "https://posapi.example/flexiti/pos-api"),
        ("https://posapi.example:8443/flexiti/pos-api/", "https://posapi.example:8443/flexiti/pos-api"),
        ("HTTPS://PosApi.Example", "https://posapi.example"),
        ("http://localhost:8080/api", "http://localhost:8080/api"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://[::1]:8080/a", "http://[::1]:8080/a"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
    ])
    func `an address is taken without its last slash`(_ text: String, _ taken: String) throws {
        #expect(try ServiceAddress(text).text == taken)
    }

    @Test(arguments: [
        "http://posapi.example/", "http://127.0.0.1.example/", "http://10.0.0.1/",
        "http://localhost.example/",
        "http://127.1.2.3.4/", "http://[::2]/",
    ])
    func `plain http is for this machine only`(_ text: String) {
        #expect(failure(text) == .plainText)
    }

    @Test(arguments: [
        "", "posapi.example", "ftp://posapi.example", "https://", "https:///path",
        "https://user:secret@posapi.example/",
        "https://posapi.example/?a=b", "https://posapi.example/#a", "https://posapi.example:0/",
        "https://posapi.example:99999/",
        "https://posapi.example:/", "https://posapi example/", "https://a/../b/../c",
        "https://posapi.example//a",
        "https://[posapi]/", "http://localhost@posapi.example/",
    ])
    func `what is no address is refused`(_ text: String) {
        #expect(failure(text) == .form)
    }

    @Test(arguments: ["http://proxy:3128", "http://10.0.0.1:3128/", "http://[::1]:3128"])
    func `a proxy is a host and a port`(_ text: String) throws {
        #expect(throws: Never.self) { try ProxyAddress(text) }
    }

    @Test(arguments: [
        "proxy:3128", "https://proxy:3128", "http://proxy", "http://user:secret@proxy:3128",
        "http://proxy:3128/path", "",
    ])
    func `what is no proxy is refused`(_ text: String) {
        #expect(throws: AddressError.proxyForm) { try ProxyAddress(text) }
    }

    @Test func `a refusal does not quote the address`() {
        #expect(failure("https://user:secret@posapi.example/").map { "\($0)".contains("secret") } == false)
    }
}
