/// Where a path leads: an operation with what the path says of it.
///
///     /flexiti/pos-api/v2.5/client-id/sandbox/accounts/123456789/close
///                      version        client           account
///
/// Source: `docs/pos-api.openapi.yaml`, paths. `account` and `accounts` are not the same: a client that mixes them up is to
/// find out here.
struct Route: Hashable, Sendable {
    enum Version: String, Sendable {
        case v25 = "v2.5"
        case v251 = "v2.5.1"
    }

    let operation: Operation
    let version: Version
    /// Empty for `token`, whose client is in its form.
    var clientID = ""
    /// Empty where the path names none.
    var accountNumber = ""

    static let base = "/flexiti/pos-api"

    /// `nil` where the path leads nowhere.
    init?(path: String) {
        guard path.hasPrefix(Self.base + "/") else { return nil }
        let segments = path.dropFirst(Self.base.count + 1)
            .split(separator: "/", omittingEmptySubsequences: false)
            .map { FormFields.decode($0) ?? "" }
        guard segments.count >= 3, let version = Version(rawValue: segments[0]) else { return nil }
        self.version = version
        if segments[1...] == ["oauth", "token"], version == .v25 {
            operation = .token
            return
        }
        guard segments[1] == "client-id", !segments[2].isEmpty else { return nil }
        clientID = segments[2]
        switch segments.count {
        case 5:
            guard let customers = Self.customers(segments[3], segments[4], version) else { return nil }
            operation = customers
        case 6:
            guard let account = Self.account(segments[3], segments[5], version) else { return nil }
            operation = account
            accountNumber = segments[4]
        default: return nil
        }
    }

    private static func customers(_ group: String, _ name: String, _ version: Version) -> Operation? {
        switch (group, name, version) {
        // One state of the documentation has it under v2.5.1, too.
        case ("customers", "search", _): .search
        case ("customers", "lookup", .v25): .lookup
        case ("customers", "driverslicense", .v25): .driverslicense
        default: nil
        }
    }

    private static func account(_ group: String, _ name: String, _ version: Version) -> Operation? {
        switch (group, name, version) {
        case ("account", "verify", .v25): .verify
        case ("accounts", "close", .v25): .close
        case ("accounts", "calculate-interest", _): .interest
        default: nil
        }
    }

    var method: String {
        switch operation {
        case .search, .lookup: "GET"
        case .token, .verify, .driverslicense, .close, .interest: "POST"
        }
    }
}
