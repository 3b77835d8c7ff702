import Glibc
import NIOCore
import NIOPosix
public import Scanning

/// The daemon's till sockets: made or inherited, served by one hub on one event loop, and removed at the end.
///
/// The event loop is a thread that lasts as long as the process, so that the hub may be called at any time.
public final class TillServer: Sendable {
    public let hub: TillHub
    /// What an operator should read in the log.
    public let notices: [TillSocketNotice]
    private let listeners: [Listener]

    /// Makes the sockets, or takes those that are inherited: tills that connect wait until `serve`.
    ///
    /// An inherited socket serves the entry of the same path; those left over serve the entries left over, in order.
    ///
    /// - Parameter instance: new at each start of the daemon.
    public convenience init(
        sockets: [SocketSettings], inherited: [ListenDescriptor] = [], version: String, instance: ScanID
    ) throws(TillSocketError) {
        let loop = MultiThreadedEventLoopGroup(numberOfThreads: 1).next()
        try self.init(sockets: sockets, inherited: inherited, version: version, instance: instance, on: loop)
    }

    /// - Parameters:
    ///   - loop: one of NIO's own, since it is the hub's executor.
    ///   - linger: how long a till that is cut off has for reading up to its `bye`.
    init(
        sockets: [SocketSettings], inherited: [ListenDescriptor] = [], version: String, instance: ScanID,
        on loop: any EventLoop, linger: Duration = .seconds(30),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) throws(TillSocketError) {
        guard let loop = loop as? any NIOSerialEventLoopExecutor else {
            preconditionFailure("the hub needs an event loop that is an executor")
        }
        let descriptors = try ListenDescriptor.pair(inherited, with: sockets.map { $0.path })
        var listeners: [Listener] = []
        var served: [ServedSocket] = []
        var notices: [TillSocketNotice] = []
        do throws(TillSocketError) {
            for (settings, inherited) in zip(sockets, descriptors) {
                let listener = try Listener(settings, inherited: inherited)
                listeners.append(listener)
                let granted = listener.grantAccess(by: settings)
                notices += granted.notices
                served.append(ServedSocket(settings, access: granted.access))
                try listener.listen()
            }
        } catch {
            for listener in listeners {
                listener.removeFile()
                close(listener.descriptor)
            }
            throw error
        }
        self.listeners = listeners
        self.notices = notices
        hub = TillHub(
            sockets: served, listeners: listeners.map { $0.descriptor }, version: version, instance: instance,
            on: loop, linger: linger, now: now)
    }

    /// Begins to accept tills, those first that wait already; each is told `hello` at once.
    public func serve() async throws(TillSocketError) {
        do {
            try await hub.serve()
        } catch {
            let path = listeners.map { $0.path }.joined(separator: ", ")
            throw .io(call: "accept", path: path, errno: (error as? IOError)?.errnoCode ?? EIO)
        }
    }

    /// Answers the calls that tills may make through their sockets, until the task is cancelled.
    ///
    /// Until somebody calls this, tills' calls wait. One whose till has left is cancelled.
    public func answerCalls(
        with answer: @escaping @Sendable (TillCall, [String: CallParameter]) async -> CallOutcome
    ) async {
        await hub.answerCalls(with: answer)
    }

    /// Takes new settings, all or none, and gives what an operator should read of them.
    ///
    /// A till that is no longer admitted is told `bye`; of more tills than the new limit those present stay. What is
    /// held stays as it was published.
    public func update(_ sockets: [SocketSettings]) async throws(TillSocketError) -> [TillSocketNotice] {
        guard sockets.map({ $0.path }) == listeners.map({ $0.configuredPath }) else { throw .pathsChanged }
        var notices: [TillSocketNotice] = []
        var changes: [(settings: SocketSettings, access: AccessList)] = []
        for (listener, settings) in zip(listeners, sockets) {
            let granted = listener.grantAccess(by: settings)
            notices += granted.notices
            changes.append((settings, granted.access))
        }
        await hub.update(changes)
        return notices
    }

    /// Removes own sockets, says `bye` to every till and returns when all are gone, at the latest after `limit`.
    ///
    /// Inherited sockets stay with the service manager: who connects now waits for the next start.
    public func shutdown(within limit: Duration = .seconds(1)) async {
        for listener in listeners { listener.removeFile() }
        await hub.shutdown(within: limit)
    }
}
