import Devices
import FoundationEssentials
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
    private let keyboard = VirtualKeyboard()
    private let server: TillServer
    private let resolver: Resolver
    private let access: PointOfSaleAccess
    private let searches = AccountSearchQueue()
    private let fleet: ScannerFleet
    private let notifier = SystemdNotifier()
    private let options: ServeOptions

    /// Makes the sockets: tills that connect wait until the daemon runs.
    init(_ configuration: Configuration, _ options: ServeOptions) async throws(CommandFailure) {
        self.options = options
        let level = LogLevel(configuration.logLevel)
        self.level = level
        let isJournal = StandardErrorLog.standardErrorIsJournal
        log = Logger(label: "scanbridge") { _ in StandardErrorLog(level: level, isJournal: isJournal) }
        let access = try PointOfSaleAccess(configuration, file: options.configurationFile)
        self.access = access
        do throws(CommandFailure) {
            server = try Self.server(configuration)
            loop = try Self.loop()
        } catch {
            await access.shutdown()
            throw error
        }
        resolver = Resolver(configuration.resolver, client: await access.client, log: log)
        let (memory, trouble) = ScannerMemory.read(
            in: ProcessInfo.processInfo.environment["STATE_DIRECTORY"])
        if let trouble { log.warning("\(trouble)") }
        fleet = ScannerFleet(
            named: options.namedDevices, configuration: configuration, loop: loop, keyboard: keyboard,
            memory: memory, hub: server.hub, resolver: resolver, searches: searches, log: log)
    }

    private static func server(_ configuration: Configuration) throws(CommandFailure) -> TillServer {
        do throws(TillSocketError) {
            return try TillServer(
                sockets: configuration.sockets, inherited: try ListenDescriptor.inherited(),
                version: Release.version, instance: .random())
        } catch {
            throw CommandFailure(error.description, status: error.exitStatus)
        }
    }

    private static func loop() throws(CommandFailure) -> DeviceLoop {
        do throws(DeviceError) {
            return try DeviceLoop()
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Serves until SIGTERM or SIGINT, then says goodbye to every till.
    func run() async throws {
        for notice in server.notices { log.notice("\(notice)") }
        await fleet.openNamedDevices()
        // Trapped before systemd is told that the daemon is ready: an early reload would end it otherwise.
        let reloads = await UnixSignalsSequence(trapping: .sighup)
        var services = ServiceGroupConfiguration(
            services: [fleet, endpoint, searching, calling, watchdog, reloading(reloads), serving].map {
                ServiceGroupConfiguration.ServiceConfiguration(service: $0)
            },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: log)
        services.maximumGracefulShutdownDuration = .seconds(5)
        defer { loop.stop() }
        do {
            try await ServiceGroup(configuration: services).run()
        } catch {
            await end()
            throw error
        }
        await end()
    }

    private func end() async {
        notifier.stopping()
        await keyboard.close()
        await server.shutdown()
        await access.shutdown()
    }

    private var endpoint: any Service { EndpointService(resolver: resolver, hub: server.hub) }

    private var searching: any Service {
        AccountSearchService(queue: searches, access: access, resolver: resolver, hub: server.hub)
    }

    private var calling: any Service { TillCallService(server: server, access: access) }

    private var watchdog: any Service { WatchdogService(notifier: notifier, loop: loop, hub: server.hub) }

    private var serving: any Service { TillService(server: server, notifier: notifier, log: log) }

    private func reloading(_ reloads: UnixSignalsSequence) -> any Service {
        ReloadService(
            signals: reloads, options: options, server: server, fleet: fleet, resolver: resolver,
            access: access, level: level, notifier: notifier, log: log)
    }
}
