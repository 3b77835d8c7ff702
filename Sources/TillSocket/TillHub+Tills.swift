import NIOCore
import Scanning

/// Connections: who comes, what goes out to them, and how they end. All of it on the event loop.
extension TillHub {
    /// A connection has come; nothing is said yet.
    func note(_ channel: any Channel, socket: Int, peer: PeerCredentials) -> Till.ID {
        lastTill += 1
        let id = Till.ID(number: lastTill)
        tills[id] = Till(
            channel: channel, socket: socket, peer: peer, maxQueue: sockets[socket].settings.maxQueue,
            at: now())
        return id
    }

    /// Greets the till, or tells it why not.
    func open(_ id: Till.ID) {
        guard let (socket, peer) = tills[id].map({ ($0.socket, $0.peer) }) else { return }
        let present = tills.values.count { $0.socket == socket && !$0.isLeaving }
        if farewell != nil {
            dismiss(id, .shutdown)
        } else if !sockets[socket].access.admits(peer) {
            dismiss(id, .denied)
        } else if present > sockets[socket].settings.maxTills {
            dismiss(id, .tooMany)
        } else {
            observer.yield(.connected(socket: sockets[socket].settings.path, user: peer.user))
            greet(id, socket: socket)
        }
    }

    /// The connection is gone; what waited for it goes with it.
    func forget(_ id: Till.ID) {
        giveUpCalls(of: id)
        guard let till = tills.removeValue(forKey: id) else { return }
        observer.yield(.closed(socket: sockets[till.socket].settings.path, user: till.peer.user))
        if tills.isEmpty { farewell?.succeed() }
    }

    /// Queues a line, and cuts the till off if it has left too much unread.
    func send(_ line: Line, sequence: UInt64? = nil, to id: Till.ID) {
        switch tills[id]?.outbox.append(line, sequence: sequence) {
        case .queued: pump(id)
        case .full: dismiss(id, .tooSlow)
        case .closing, nil: break
        }
    }

    /// Ends the conversation: `bye` is the last line. What waits is dropped, except at shutdown, and after a bad
    /// request, whose answer waits there.
    func dismiss(_ id: Till.ID, _ reason: TillMessage.Farewell.Reason) {
        guard tills[id]?.isLeaving == false,
            let (socket, channel, user) = tills[id].map({ ($0.socket, $0.channel, $0.peer.user) })
        else { return }
        observer.yield(.dismissed(socket: sockets[socket].settings.path, user: user, reason: reason))
        giveUpCalls(of: id)
        let bye = TillMessage.bye(TillMessage.Farewell(reason, message: reason.sentence))
        let isOrderly = reason == .shutdown || reason == .badRequest
        tills[id]?.outbox.close(with: Line(bye.line()), dropping: !isOrderly)
        pump(id)
        let leaving = tills.values.count { $0.socket == socket && $0.isLeaving }
        guard reason == .shutdown || leaving <= max(sockets[socket].settings.maxTills, 1) else {
            // So many wait for their end already that somebody is after the daemon's descriptors.
            return channel.close(promise: nil)
        }
        loop.scheduleTask(in: TimeAmount(linger)) { channel.close(promise: nil) }
    }

    /// Writes what waits, one line at a time: the next once the kernel has the last byte of the one before.
    func pump(_ id: Till.ID) {
        // A write that ends at once reports so from within; this loop goes on then, instead of recursing.
        pumped = id
        defer { pumped = nil }
        while let channel = tills[id]?.channel, let line = tills[id]?.outbox.next() {
            channel.writeAndFlush(line.bytes).whenSuccess {
                self.assumeIsolated { $0.written(id) }
            }
        }
        if let till = tills[id], till.isLeaving, till.outbox.isEmpty { finish(till) }
    }

    private func greet(_ id: Till.ID, socket: Int) {
        tills[id]?.outbox.appendBacklog(hello(for: socket))
        for (sequence, line) in sockets[socket].held.undelivered(at: now()) {
            tills[id]?.outbox.appendBacklog(line, sequence: sequence)
        }
        for line in standingFaults(for: socket) { tills[id]?.outbox.appendBacklog(line) }
        pump(id)
    }

    private func written(_ id: Till.ID) {
        guard let socket = tills[id]?.socket else { return }
        if let sequence = tills[id]?.outbox.written() { sockets[socket].held.deliver(sequence) }
        if pumped != id { pump(id) }
    }

    /// The last line is out. The till's side is left open until it has read that and closes, or `linger` is over:
    /// closing while something of it is unread would turn its end of file into a reset.
    private func finish(_ till: Till) {
        till.channel.close(mode: farewell == nil ? .output : .all, promise: nil)
    }
}

extension TillMessage.Farewell.Reason {
    /// For the people who write till software.
    fileprivate var sentence: String {
        switch self {
        case .shutdown: "the daemon is stopping; connect again"
        case .denied: "this user is neither listed for the socket nor a member of its group"
        case .tooSlow: "the till left more lines unread than the daemon keeps for it; connect again"
        case .tooMany: "the socket has as many tills as it may have"
        case .badRequest: "a request was longer than \(RequestLines.limit) bytes"
        }
    }
}
