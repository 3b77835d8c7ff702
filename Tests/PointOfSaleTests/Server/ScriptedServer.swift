import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

/// An HTTP server on this machine that answers as a test's script says, and remembers what it was asked.
///
/// It knows nothing of the POS API but what `Exchange` and the tests put into it.
final class ScriptedServer: Sendable {
    typealias Script = @Sendable (ReceivedRequest) -> ScriptedAnswer

    private let channel: any Channel
    private let received: ReceivedRequests
    let scheme: String

    /// - Parameter certificate: the name of a pair in `Tests/Fixtures/certificates`; none: plain HTTP.
    init(certificate: String? = nil, _ script: @escaping Script) async throws {
        let received = ReceivedRequests()
        let tls = try certificate.map { try NIOSSLContext(configuration: try .server(certificate: $0)) }
        scheme = tls == nil ? "http" : "https"
        self.received = received
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
                    }
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(ScriptHandler(script, received))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    /// The address behind which the API's paths begin.
    var address: String { "\(scheme)://localhost:\(channel.localAddress?.port ?? 0)/flexiti/pos-api" }

    var requests: [ReceivedRequest] { received.all }

    /// How many connections it took.
    var connections: Int { Set(received.all.map(\.connection)).count }

    func requests(to path: String) -> [ReceivedRequest] { requests.filter { $0.path.hasSuffix(path) } }

    func stop() async throws { try await channel.close() }
}

/// What a scripted server was asked so far.
final class ReceivedRequests: Sendable {
    private let requests = Mutex<[ReceivedRequest]>([])

    var all: [ReceivedRequest] { requests.withLock { $0 } }

    func append(_ request: ReceivedRequest) -> Int {
        requests.withLock {
            $0.append(request)
            return $0.count
        }
    }
}

extension TLSConfiguration {
    fileprivate static func server(certificate: String) throws -> TLSConfiguration {
        let chain = try NIOSSLCertificate.fromPEMFile(Fixtures.path("certificates/\(certificate).pem"))
        let key = try NIOSSLPrivateKey(file: Fixtures.path("certificates/\(certificate).key"), format: .pem)
        return .makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    }
}
