import Devices
import Logging
import Scanning
import ServiceLifecycle
import TillSocket

/// Lets tills in, tells systemd that the daemon is ready, and notes in the log who comes and goes.
///
/// It is a service so that this happens once the group has trapped the signals that end it.
struct TillService: Service {
    let server: TillServer
    let notifier: SystemdNotifier
    let log: Logger

    func run() async throws {
        try await server.serve()
        notifier.ready()
        StartMemory.giveBack()
        log.notice("serving", metadata: ["version": "\(Release.version)"])
        await cancelWhenGracefulShutdown {
            for await event in server.hub.events { note(event) }
        }
    }

    /// Tills come and go all day; one that is sent away is for somebody to look into.
    private func note(_ event: TillEvent) {
        if case .dismissed(_, _, let reason) = event, reason != .shutdown {
            log.notice("\(event)")
        } else {
            log.debug("\(event)")
        }
    }
}
