import Logging
import PointOfSale
import ServiceLifecycle
import TillSocket
import UnixSignals

/// Reads the configuration anew at SIGHUP: either all of it is taken, or nothing changes and the log says why.
struct ReloadService: Service {
    let signals: UnixSignalsSequence
    let options: ServeOptions
    let server: TillServer
    let fleet: ScannerFleet
    let resolver: Resolver
    let level: LogLevel
    let notifier: SystemdNotifier
    let log: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in signals {
                notifier.reloading()
                await reload()
                notifier.ready()
            }
        }
    }

    private func reload() async {
        let configuration: Configuration
        do {
            configuration = try options.configuration()
            for notice in try await server.update(configuration.sockets) {
                log.notice("\(notice)")
            }
        } catch {
            return log.error("configuration not taken, nothing changed: \(error)")
        }
        level.current = configuration.logLevel
        await resolver.update(
            ResolverSettings(
                applicant: configuration.decode.applicant, givesDocuments: configuration.givesDocuments),
            client: nil)
        await fleet.reload(configuration)
        log.notice("configuration taken")
    }
}
