import Glibc
import PointOfSale

extension PointOfSaleSettings {
    /// What the configuration says of the POS API, with the client's secret read from its file.
    ///
    /// - Parameter file: the configuration's, beside which a relative name is looked up where systemd keeps no credentials.
    init(_ configuration: Configuration, file: String) throws(CommandFailure) {
        let api = configuration.pointOfSaleAPI
        guard let address = api.address, let client = api.clientID, let secretFile = api.clientSecretFile
        else {
            let missing = configuration.missingAccess.joined(separator: ", ")
            throw CommandFailure(
                "\(file): the POS API needs \(missing); give it", status: ExitStatus.configuration)
        }
        let credentials = getenv("CREDENTIALS_DIRECTORY").map { String(cString: $0) }
        let secret = try SecretFile(name: secretFile, credentials: credentials, configuration: file).read()
        self.init(
            address: address, clientID: client, clientSecret: Secret(secret), scope: api.scope,
            authoritiesFile: api.authoritiesFile, proxy: api.proxy, interestVersion: api.interestVersion)
    }
}

extension PointOfSaleClient {
    /// A client, or what is wrong with its settings as the end of a command.
    static func make(_ settings: PointOfSaleSettings) throws(CommandFailure) -> PointOfSaleClient {
        do throws(PointOfSaleError) {
            return try PointOfSaleClient(settings)
        } catch {
            throw CommandFailure(error)
        }
    }
}
