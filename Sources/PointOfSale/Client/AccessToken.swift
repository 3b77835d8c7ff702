import Scanning

/// A bearer token with its life.
struct AccessToken: Sendable {
    let text: Secret
    let refresh: Secret?
    /// As the API said it.
    let life: Duration
    /// From here on a call waits for another one.
    let renewFrom: ContinuousClock.Instant

    /// How long before its end a token is renewed, as the API's guide wants it.
    private static let margin = Duration.seconds(60)
    /// What every sample of the contract has.
    private static let usualLife = 1200
    /// A day: a token that lives longer is renewed all the same.
    private static let longestLife = 86_400

    /// - Parameters:
    ///   - issued: when it was asked for, so that no life is counted too long.
    init?(_ json: JSONValue, issued: ContinuousClock.Instant) {
        guard let text = json["access_token"]?.string, !text.isEmpty, text.utf8.count <= 1000,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.text = Secret(text)
        refresh = json["refresh_token"]?.string.flatMap { $0.isEmpty ? nil : Secret($0) }
        let seconds = min(
            json["expires_in"].flatMap { $0.number(digits: 18) } ?? Self.usualLife, Self.longestLife)
        life = .seconds(seconds)
        // A life too short for the margin is used by half.
        renewFrom = issued + max(life - Self.margin, life / 2)
    }
}

extension AccessToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "AccessToken(\(life))" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
