import Devices
import ServiceLifecycle
import TillSocket

/// Tells systemd that the daemon is alive, and only if the loops that do the work have come round.
///
/// A timer of its own would go on feeding the watchdog while the readers hang.
struct WatchdogService: Service {
    let notifier: SystemdNotifier
    let loop: DeviceLoop
    let hub: TillHub

    func run() async throws {
        guard let interval = notifier.watchdogInterval else {
            try await gracefulShutdown()
            return
        }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await loop.comeRound()
                await hub.comeRound()
                notifier.alive()
                // Cut short by the daemon's end, which is no error of this service's.
                try? await Task.sleep(for: interval)
            }
        }
    }
}
