import Logging
import PointOfSale
import Scanning
import TillSocket

/// The daemon's configuration: every key has a default that suits one scanner and one till.
///
/// Source: `docs/configuration.md`.
struct Configuration: Hashable, Sendable {
    struct Decode: Hashable, Sendable {
        var mode = DecodeMode.local
        /// Where the mode was given.
        var modePlace: ConfigurationPlace?
        /// How long a till may wait for the endpoint.
        var deadline = Duration.milliseconds(1500)
        var applicant = ApplicantSettings()
    }

    struct PointOfSaleAPI: Hashable, Sendable {
        var address: ServiceAddress?
        var clientID: String?
        /// Absolute, or the name of one of systemd's credentials.
        var clientSecretFile: String?
        var scope = PointOfSaleSettings.Scope.merchant
        var accountSearch = false
        /// Where `account_search` was given.
        var accountSearchPlace: ConfigurationPlace?
        /// Whether anybody may close accounts by way of this machine.
        var allowsClose = false
        var interestVersion = PointOfSaleSettings.InterestVersion.current
        var authoritiesFile: String?
        var proxy: ProxyAddress?
    }

    var sockets = [SocketSettings()]
    /// Where the sockets' calls were given, each at its first place.
    var callPlaces: [TillCall: ConfigurationPlace] = [:]
    var scanners: [ScannerEntry] = []
    var decode = Decode()
    var pointOfSaleAPI = PointOfSaleAPI()
    var logLevel = Logger.Level.info

    /// How a licence becomes an applicant.
    var resolver: ResolverSettings {
        ResolverSettings(
            applicant: decode.applicant, givesDocuments: sockets.contains { $0.document }, mode: decode.mode,
            deadline: decode.deadline)
    }
}
