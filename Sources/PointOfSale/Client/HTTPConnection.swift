import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// The way to the POS API's host: TLS, connections that are kept, and what may go wrong on it as this target's errors.
///
/// It follows no redirect, and logs nothing: AsyncHTTPClient is given no logger.
struct HTTPConnection: Sendable {
    /// The most bytes of a reply; the longest documented one has a few thousand.
    static let longestReply = 256 * 1024

    private let client: HTTPClient

    /// - Throws: `configuration`, where the authorities' file can't be used, or nobody would be trusted.
    init(_ settings: PointOfSaleSettings) throws(PointOfSaleError) {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: try Self.tls(settings), redirectConfiguration: .disallow)
        // Each call has a deadline of its own; these end only what no call waits for any more.
        configuration.timeout.connect = .seconds(5)
        // A call that can be tried again is, within its deadline and with its own pause.
        configuration.connectionPool.retryConnectionEstablishment = false
        // The server is who closes idle connections: one that is still open saves a customer two round trips.
        configuration.connectionPool.idleTimeout = .minutes(10)
        configuration.httpVersion = .http1Only
        configuration.proxy = settings.proxy.map { .server(host: $0.host, port: $0.port) }
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Sends a request and waits for the whole reply; a task that is cancelled gives up at once.
    ///
    /// - Throws: `unreachable`, `tls`, `timeout`, `malformedReply`, `cancelled`.
    func send(_ request: HTTPClientRequest) async throws(PointOfSaleError) -> HTTPReply {
        do {
            let response = try await client.execute(request, deadline: .distantFuture)
            let body = try await response.body.collect(upTo: Self.longestReply)
            return HTTPReply(status: Int(response.status.code), body: Array(body.readableBytesView))
        } catch {
            throw PointOfSaleError(transport: error)
        }
    }

    /// Ends every connection and what is still under way.
    func shutdown() async {
        // It fails only if it was shut down before.
        try? await client.shutdown()
    }

    private static func tls(_ settings: PointOfSaleSettings) throws(PointOfSaleError) -> TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        let further = try settings.authoritiesFile.map(authorities) ?? []
        if hasSystemAuthorities {
            tls.additionalTrustRoots = [.certificates(further)]
        } else if !further.isEmpty || settings.address.address.scheme == "http" {
            // Asked for the system's, it would trust nobody at all.
            tls.trustRoots = .certificates(further)
        } else {
            throw configurationError(
                "This machine has no list of trusted authorities; install ca-certificates, or set pos_api.ca_file."
            )
        }
        return tls
    }

    /// Whether there is anything where distributions keep whom a machine trusts: a small one has nothing.
    private static var hasSystemAuthorities: Bool {
        (try? NIOSSLContext(configuration: .makeClientConfiguration())) != nil
    }

    private static func authorities(in file: String) throws(PointOfSaleError) -> [NIOSSLCertificate] {
        do {
            return try NIOSSLCertificate.fromPEMFile(file)
        } catch {
            throw configurationError(
                "\(file) cannot be read as certificates (PEM); check pos_api.ca_file and the file's permissions."
            )
        }
    }

    private static func configurationError(_ message: String) -> PointOfSaleError {
        PointOfSaleError(code: PointOfSaleError.Own.configuration.rawValue, message: message)
    }
}

extension PointOfSaleError {
    /// What AsyncHTTPClient and what is below it report. Their own texts may hold an address or a header and are dropped.
    init(transport error: any Error) {
        switch error {
        case is CancellationError: self.init(.cancelled)
        case let error as HTTPClientError: self.init(Self.own(error))
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: self.init(.tls)
        case is NIOTooManyBytesError, is HTTPParserError: self.init(.malformedReply)
        default: self.init(.unreachable)
        }
    }

    private static func own(_ error: HTTPClientError) -> Own {
        switch error {
        case .cancelled: .cancelled
        case .connectTimeout, .deadlineExceeded, .readTimeout, .tlsHandshakeTimeout,
            .httpProxyHandshakeTimeout:
            .timeout
        default: .unreachable
        }
    }
}
