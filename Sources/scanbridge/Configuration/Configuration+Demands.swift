import PointOfSale
import Scanning
import TillSocket

/// What one key asks for, and others must provide.
extension Configuration {
    /// Whether anything asks for the POS API: without that there is no HTTP client.
    var asksPointOfSale: Bool {
        decode.mode != .local || pointOfSaleAPI.accountSearch || sockets.contains { !$0.calls.isEmpty }
    }

    /// Takes back whatever asks for the POS API: for `--local-only`.
    mutating func stayLocal() {
        decode.mode = .local
        pointOfSaleAPI.accountSearch = false
        for index in sockets.indices { sockets[index].calls = [] }
        callPlaces = [:]
    }

    func checkDemands() throws(ConfigurationError) {
        if decode.mode != .local, let place = decode.modePlace { try checkAccess(for: place) }
        if pointOfSaleAPI.accountSearch, let place = pointOfSaleAPI.accountSearchPlace {
            try checkAccess(for: place)
            try checkScope(for: place)
        }
        for call in TillCall.allCases {
            guard let place = callPlaces[call] else { continue }
            try checkAccess(for: place)
            if call == .search || call == .lookup { try checkScope(for: place) }
            if call == .close, !pointOfSaleAPI.allowsClose {
                throw place.error(
                    "closes accounts for good; say pos_api.allow_close: true as well, or remove it")
            }
        }
    }

    /// Keys without which the POS API can't be asked, and that aren't given.
    var missingAccess: [String] {
        var missing: [String] = []
        if pointOfSaleAPI.address == nil { missing.append("pos_api.url") }
        if pointOfSaleAPI.clientID == nil { missing.append("pos_api.client_id") }
        if pointOfSaleAPI.clientSecretFile == nil { missing.append("pos_api.client_secret_file") }
        return missing
    }

    private func checkAccess(for place: ConfigurationPlace) throws(ConfigurationError) {
        guard !missingAccess.isEmpty else { return }
        throw place.error("asks the POS API, which needs \(missingAccess.joined(separator: ", ")) as well")
    }

    private func checkScope(for place: ConfigurationPlace) throws(ConfigurationError) {
        guard pointOfSaleAPI.scope == .merchant else {
            throw place.error("needs pos_api.scope: merchant, and the scope is customer")
        }
    }
}
