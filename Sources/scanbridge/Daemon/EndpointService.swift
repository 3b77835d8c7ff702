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
                for await state in resolver.states { await hub.setRemote(RemoteStatus(state)) }
                group.cancelAll()
            }
        }
    }
}

extension RemoteStatus {
    /// The endpoint's state with the wall clock's time of its beginning.
    fileprivate init(_ state: EndpointState) {
        switch state {
        case .off: self.init(.off)
        case .up(let since): self.init(.up, since: WallClock.timestamp(of: since))
        case .down(let since): self.init(.down, since: WallClock.timestamp(of: since))
        }
    }
}
