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
    let access: PointOfSaleAccess
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
        let plan: PointOfSaleAccess.Plan
        do {
            configuration = try options.configuration()
            plan = try await access.prepare(configuration, file: options.configurationFile)
        } catch {
            return refuse(error)
        }
        do throws(TillSocketError) {
            for notice in try await server.update(configuration.sockets) { log.notice("\(notice)") }
        } catch {
            await access.dismiss(plan)
            return refuse(error)
        }
        level.current = configuration.logLevel
        // Before the old client goes: no scan shall meet one that is shut down.
        await resolver.update(configuration.resolver, client: plan.client)
        await access.adopt(plan)
        await fleet.reload(configuration)
        log.notice("configuration taken")
    }

    private func refuse(_ reason: any Error) {
        log.error("configuration not taken, nothing changed: \(reason)")
    }
}
