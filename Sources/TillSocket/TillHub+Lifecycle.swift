import Glibc
import NIOCore
import NIOPosix
import Scanning

/// Settings, and the end.
extension TillHub {
    /// Begins to accept tills, those first that wait already.
    func serve() async throws {
        guard case .bound(let descriptors) = listening else { return }
        listening = .serving([])
        for (socket, descriptor) in descriptors.enumerated() {
            let channel = try await ServerBootstrap(group: loop)
                .childChannelOption(.allowRemoteHalfClosure, value: true)
                .childChannelInitializer { [self] channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(TillHandler(hub: self, socket: socket))
                    }
                }
                .withBoundSocket(descriptor)
                .get()
            guard case .serving(let channels) = listening else { return channel.close(promise: nil) }
            listening = .serving(channels + [channel])
        }
    }

    /// Takes new settings. A till that is no longer admitted is told `denied`; where there are
    /// more tills than the new limit, those present stay.
    func update(_ changes: [(settings: SocketSettings, access: AccessList)]) {
        sockets = zip(sockets, changes).map { $0.updated($1.settings, access: $1.access) }
        for index in sockets.indices {
            sockets[index].held.expire(at: now())
            forgetHeld(of: index, after: sockets[index].settings.hold)
        }
        for (id, till) in tills {
            let socket = sockets[till.socket]
            tills[id]?.outbox.limit = socket.settings.maxQueue
            if !socket.access.admits(till.peer) { dismiss(id, .denied) }
        }
    }

    /// Takes no more tills, says `bye` to all, and returns when they are gone, at the latest after `limit`.
    func shutdown(within limit: Duration) async {
        guard farewell == nil else { return }
        let gone = loop.makePromise(of: Void.self)
        farewell = gone
        switch listening {
        case .bound(let descriptors): for descriptor in descriptors { close(descriptor) }
        case .serving(let channels): for channel in channels { channel.close(promise: nil) }
        case .over: break
        }
        listening = .over
        for (id, till) in tills {
            dismiss(id, .shutdown)
            // One that was dismissed before and has its last line by now needn't be waited for.
            if tills[id]?.outbox.isEmpty == true { till.channel.close(promise: nil) }
        }
        if tills.isEmpty { gone.succeed() }
        let timeout = loop.scheduleTask(in: TimeAmount(limit)) {
            self.assumeIsolated { hub in
                for till in hub.tills.values { till.channel.close(promise: nil) }
            }
        }
        try? await gone.futureResult.get()
        timeout.cancel()
    }
}
