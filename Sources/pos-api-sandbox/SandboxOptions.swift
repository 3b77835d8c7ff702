import ArgumentParser
import FoundationEssentials
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL

/// What the command line says.
struct SandboxOptions: ParsableArguments {
    @Option(help: "The port; 0 is any that is free.")
    var port = 8480

    @Option(help: "The address to listen at. Another than the machine's own is open to the network.")
    var host = "127.0.0.1"

    @Option(help: "Listen on a Unix socket instead.")
    var unix: String?

    @Option(help: "A certificate chain, PEM; with --tls-key.")
    var tlsCert: String?

    @Option(help: "The certificate's key, PEM.")
    var tlsKey: String?

    @Option(help: "Clients, plans and people in JSON; a group that it lacks is the built-in one.")
    var seed: String?

    @Flag(name: .customLong("print-seed"), help: "Print the built-in seed, to be changed, and end.")
    var printsSeed = false

    @Option(help: "Which state of the documentation answers follow: sample, newest or oldest.")
    var variants = Variants.sample

    @Option(
        help: ArgumentHelp("How long tokens live.", valueName: "duration"), transform: Self.duration)
    var tokenLife = Duration.seconds(1200)

    @Option(
        name: .customLong("fault"), parsing: .singleValue,
        help: ArgumentHelp(
            "What goes wrong: [OPERATION:]KIND[=VALUE][*COUNT]. May be repeated.", valueName: "fault"),
        transform: Self.fault)
    var faults: [Fault] = []

    private static func duration(_ text: String) throws -> Duration {
        guard let duration = Duration(written: text), duration >= .seconds(1) else {
            throw ValidationError("\(text): no duration; write 90s or 20m")
        }
        return duration
    }

    private static func fault(_ text: String) throws -> Fault {
        do throws(FaultError) {
            return try Fault(text)
        } catch {
            throw ValidationError(error.description)
        }
    }

    func validate() throws {
        guard (tlsCert == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-cert and --tls-key go together")
        }
        guard tlsCert != nil || !faults.contains(where: { $0.kind == .wrongCertificate }) else {
            throw ValidationError("wrong-certificate: needs --tls-cert and --tls-key")
        }
        guard (0...65535).contains(port) else { throw ValidationError("--port \(port): 0 to 65535") }
    }
}

extension Variants: ExpressibleByArgument {}

extension SandboxOptions {
    /// Where the sandbox listens, for errors.
    var place: String { unix ?? "\(host):\(port)" }

    /// The server, ready to run.
    ///
    /// - Parameter announce: takes the API's address, once it is known and open.
    func application(
        announce: @escaping @Sendable (String) -> Void
    ) throws -> Application<SandboxResponder> {
        let api = StandInAPI(seed: try readSeed(), variants: variants, tokenLife: tokenLife)
        let sandbox = Sandbox(api, faults: FaultPlan(faults), hasTLS: tlsCert != nil)
        let scheme = tlsCert == nil ? "http" : "https"
        let unix = unix
        let host = host
        return Application(
            responder: SandboxResponder(sandbox: sandbox),
            server: try server(for: sandbox),
            configuration: ApplicationConfiguration(
                address: unix.map { .unixDomainSocket(path: $0) } ?? .hostname(host, port: port)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                announce(unix.map { "\(scheme)+unix:\($0)" } ?? "\(scheme)://\(host):\(port)\(Route.base)")
            },
            logger: Self.logger)
    }

    private static var logger: Logger {
        var logger = Logger(label: "pos-api-sandbox") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        return logger
    }

    private func server(for sandbox: Sandbox) throws -> HTTPServerBuilder {
        guard let tlsCert, let tlsKey else { return .http1() }
        do {
            return try .tls(
                tlsConfiguration: .sandbox(certificate: tlsCert, key: tlsKey, for: sandbox))
        } catch {
            throw SandboxFailure(
                "\(tlsCert), \(tlsKey): no certificate with its key, in PEM (\(error))",
                status: SandboxFailure.configuration)
        }
    }

    private func readSeed() throws -> Seed {
        do throws(SeedError) {
            let builtIn = try Seed.builtIn()
            guard let seed else { return builtIn }
            guard let bytes = try? Data(contentsOf: URL(filePath: seed)) else {
                throw SeedError(file: seed, key: "", message: "can't be read")
            }
            return try Seed(Array(bytes), file: seed, over: builtIn)
        } catch {
            throw SandboxFailure(error.description, status: SandboxFailure.configuration)
        }
    }
}
