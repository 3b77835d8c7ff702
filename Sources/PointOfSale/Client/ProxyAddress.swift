/// The proxy through which the POS API is reached: `http://host:port`.
///
/// A connection through it is encrypted from end to end (`CONNECT`), so the proxy sees the API's host and nothing else.
public struct ProxyAddress: Hashable, Sendable {
    let host: String
    let port: Int

    public init(_ text: String) throws(AddressError) {
        guard let address = WebAddress(text), address.scheme == "http", address.path.isEmpty,
            let port = address.port
        else { throw .proxyForm }
        host = address.host.first == "[" ? String(address.host.dropFirst().dropLast()) : address.host
        self.port = port
    }
}
