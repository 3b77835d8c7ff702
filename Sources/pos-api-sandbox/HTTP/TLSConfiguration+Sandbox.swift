import NIOCore
import NIOSSL

extension TLSConfiguration {
    /// A server's, that shows another host's certificate in the handshakes that are to go wrong.
    ///
    /// That certificate is self-made, for `another-host.invalid`, and comes with its key: it is there to be refused, and
    /// protects nothing.
    static func sandbox(certificate: String, key: String, for sandbox: Sandbox) throws -> TLSConfiguration {
        let chain = try NIOSSLCertificate.fromPEMFile(certificate).map {
            NIOSSLCertificateSource.certificate($0)
        }
        let pem = PackageResources.wrong_certificate_pem
        let wrongChain = try NIOSSLCertificate.fromPEMBytes(pem).map {
            NIOSSLCertificateSource.certificate($0)
        }
        let wrongKey = try NIOSSLPrivateKey(bytes: pem, format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain, privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
        configuration.sslContextCallback = { _, promise in
            guard sandbox.nextHandshakeIsWrong() else {
                return promise.succeed(.noChanges)
            }
            var wrong = NIOSSLContextConfigurationOverride()
            wrong.certificateChain = wrongChain
            wrong.privateKey = .privateKey(wrongKey)
            promise.succeed(wrong)
        }
        return configuration
    }
}
