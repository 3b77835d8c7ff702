import Logging
import Scanning
import TillSocket

/// The daemon's configuration: every key has a default that suits one scanner and one till.
///
/// Source: `docs/configuration.md`.
struct Configuration: Hashable, Sendable {
    enum DecodeMode: String, Hashable, Sendable, CaseIterable {
        case local
        case remote
        case remoteOnly = "remote-only"
    }

    struct Decode: Hashable, Sendable {
        var mode = DecodeMode.local
        /// What is to be said, with its place, where the mode isn't part of this version.
        var modeRefusal: ConfigurationError?
        /// How long a till may wait for the endpoint.
        var deadline = Duration.milliseconds(1500)
        var applicant = ApplicantSettings()
    }

    struct PointOfSaleAPI: Hashable, Sendable {
        var url: String?
        var clientID: String?
        var clientSecretFile: String?
        var scope: String?
        var accountSearch = false
        var authoritiesFile: String?
        var proxy: String?
    }

    var sockets = [SocketSettings()]
    var scanners: [ScannerEntry] = []
    var decode = Decode()
    var pointOfSaleAPI = PointOfSaleAPI()
    var logLevel = Logger.Level.info

    /// Whether a socket asks for every decoded element.
    var givesDocuments: Bool { sockets.contains { $0.document } }
}
