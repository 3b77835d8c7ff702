import Logging
import ServiceLifecycle
import TillSocket

/// Lets tills in and tells systemd that the daemon is ready.
///
/// It is a service so that this happens once the group has trapped the signals that end it.
struct TillService: Service {
    let server: TillServer
    let notifier: SystemdNotifier
    let log: Logger

    func run() async throws {
        try await server.serve()
        notifier.ready()
        log.notice("serving", metadata: ["version": "\(Release.version)"])
        try await gracefulShutdown()
    }
}
