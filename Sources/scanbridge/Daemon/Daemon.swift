import Devices
import Logging
import PointOfSale
import Scanning
import ServiceLifecycle
import TillSocket
import UnixSignals

/// Puts the parts together and runs them until a signal ends them.
struct Daemon {
    private let log: Logger
    private let level: LogLevel
    private let loop: DeviceLoop
    private let server: TillServer
    private let resolver: Resolver
    private let access: PointOfSaleAccess
    private let searches = AccountSearchQueue()
    private let fleet: ScannerFleet
    private let notifier = SystemdNotifier()
    private let options: ServeOptions

    /// Makes the sockets: tills that connect wait until the daemon runs.
    init(_ configuration: Configuration, _ options: ServeOptions) throws(CommandFailure) {
        self.options = options
        let level = LogLevel(configuration.logLevel)
        self.level = level
        let isJournal = StandardErrorLog.standardErrorIsJournal
        log = Logger(label: "scanbridge") { _ in StandardErrorLog(level: level, isJournal: isJournal) }
        do throws(TillSocketError) {
            server = try TillServer(
                sockets: configuration.sockets, inherited: try ListenDescriptor.inherited(),
                version: Release.version, instance: .random())
        } catch {
            throw CommandFailure(error.description, status: error.exitStatus)
        }
        do throws(DeviceError) {
            loop = try DeviceLoop()
        } catch {
            throw CommandFailure(error.message, status: ExitStatus.inputOutput)
        }
        resolver = Resolver(
            settings: configuration.decode.applicant, givesDocuments: configuration.givesDocuments)
        fleet = ScannerFleet(
            named: options.namedDevices, configuration: configuration, loop: loop, hub: server.hub,
            resolver: resolver, log: log)
    }

    /// Serves until SIGTERM or SIGINT, then says goodbye to every till.
    func run() async throws {
        for notice in server.notices { log.notice("\(notice)") }
        await fleet.openNamedDevices()
        // Trapped before systemd is told that the daemon is ready: an early reload would end it otherwise.
        let reloads = await UnixSignalsSequence(trapping: .sighup)
        var services = ServiceGroupConfiguration(
            services: [fleet, watchdog, reloading(reloads), serving].map {
                ServiceGroupConfiguration.ServiceConfiguration(service: $0)
            },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: log)
        services.maximumGracefulShutdownDuration = .seconds(5)
        defer { loop.stop() }
        try await ServiceGroup(configuration: services).run()
        notifier.stopping()
        await server.shutdown()
    }

    private var watchdog: any Service { WatchdogService(notifier: notifier, loop: loop, hub: server.hub) }

    private var serving: any Service { TillService(server: server, notifier: notifier, log: log) }

    private func reloading(_ reloads: UnixSignalsSequence) -> any Service {
        ReloadService(
            signals: reloads, options: options, server: server, fleet: fleet, resolver: resolver,
            level: level,
            notifier: notifier, log: log)
    }
}
