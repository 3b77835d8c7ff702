import PointOfSale
import Scanning
import ServiceLifecycle
import TillSocket

/// Keeps the way to the endpoint open, and tells tills that ask for the status whether it answers.
struct EndpointService: Service {
    let resolver: Resolver
    let hub: TillHub

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await resolver.run() }
                for await state in resolver.states { await hub.setRemote(state.status) }
                group.cancelAll()
            }
        }
    }
}

extension EndpointState {
    /// The same with the wall clock's time of its beginning.
    fileprivate var status: RemoteStatus {
        switch self {
        case .off: RemoteStatus(.off)
        case .up(let since): RemoteStatus(.up, since: WallClock.timestamp(of: since))
        case .down(let since): RemoteStatus(.down, since: WallClock.timestamp(of: since))
        }
    }
}
