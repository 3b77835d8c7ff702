/// Where the POS API is: what stands before the version in each of its paths, such as
/// `https://posapi.example/flexiti/pos-api`.
///
/// People's data goes there, so it is `https`, but for this machine itself (`localhost`, 127.0.0.0/8, `::1`).
public struct ServiceAddress: Hashable, Sendable {
    let address: WebAddress

    public init(_ text: String) throws(AddressError) {
        guard let address = WebAddress(text), ["https", "http"].contains(address.scheme) else { throw .form }
        guard address.scheme == "https" || address.isLoopback else { throw .plainText }
        self.address = address
    }

    /// The address without a trailing slash.
    public var text: String {
        "\(address.scheme)://\(address.host)\(address.port.map { ":\($0)" } ?? "")\(address.path)"
    }
}
