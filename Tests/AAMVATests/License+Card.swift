import AAMVA

extension License {
    /// The values that a made-up card gives, by the till protocol's keys; absent ones are empty.
    var cardValues: [String: String] {
        var values = values
        values["govid_expiry_month"] = nil
        values["govid_issuedby"] = issuer?.code ?? ""
        values["govid_type"] = kind == .identificationCard ? "ID" : "DL"
        return values
    }
}

extension [String: String] {
    func differingKeys(from other: [String: String]) -> [String] {
        other.keys.sorted().filter { self[$0] != other[$0] }
    }
}
