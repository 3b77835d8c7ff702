import NIOHTTP1

extension PointOfSaleRequest {
    /// The path behind the service's address, with the query.
    func target(_ settings: PointOfSaleSettings) -> String {
        let client = "/client-id/\(settings.clientID.percentEncoded)"
        let account = accountNumber.percentEncoded
        let path =
            switch call {
            case .search: "/v2.5\(client)/customers/search"
            case .lookup: "/v2.5\(client)/customers/lookup"
            // Singular here, plural below: so the contract has it.
            case .verify: "/v2.5\(client)/account/\(account)/verify"
            case .interest:
                "/v\(settings.interestVersion.rawValue)\(client)/accounts/\(account)/calculate-interest"
            case .close: "/v2.5\(client)/accounts/\(account)/close"
            case .driversLicense: "/v2.5\(client)/customers/driverslicense"
            case .token: "/v2.5/oauth/token"
            }
        let items = query.map { "\($0.name)=\($0.value.percentEncoded)" }
        return items.isEmpty ? path : path + "?" + items.joined(separator: "&")
    }
}

extension PointOfSaleCall {
    var method: HTTPMethod {
        switch self {
        case .search, .lookup: .GET
        case .verify, .interest, .close, .driversLicense, .token: .POST
        }
    }
}
