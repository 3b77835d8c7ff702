/// How the POS API is reached: the configuration's `pos_api` section.
public struct PointOfSaleSettings: Hashable, Sendable {
    /// What a token opens. A customer's opens neither search nor lookup.
    public enum Scope: String, Hashable, Sendable, CaseIterable {
        case merchant
        case customer
    }

    /// The version of calculate-interest, the one call that has two.
    public enum InterestVersion: String, Hashable, Sendable, CaseIterable {
        /// Each term carries `annual_rates`.
        case current = "2.5.1"
        /// Each term carries `apr`; deprecated since 2021, and still served.
        case deprecated = "2.5"
    }

    public var address: ServiceAddress
    /// At most 100 characters.
    public var clientID: String
    public var clientSecret: Secret
    public var scope: Scope
    /// A PEM file of authorities that are trusted beside the system's.
    public var authoritiesFile: String?
    public var proxy: ProxyAddress?
    public var interestVersion: InterestVersion

    public init(
        address: ServiceAddress, clientID: String, clientSecret: Secret, scope: Scope = .merchant,
        authoritiesFile: String? = nil, proxy: ProxyAddress? = nil,
        interestVersion: InterestVersion = .current
    ) {
        self.address = address
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.scope = scope
        self.authoritiesFile = authoritiesFile
        self.proxy = proxy
        self.interestVersion = interestVersion
    }
}
