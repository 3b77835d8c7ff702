import Devices
import Scanning

/// Listens to devices that could be scanners, until one of them scans.
///
/// What they send is judged by its times, and not kept; what keyboards type reaches everybody else as well.
struct ScannerSearch {
    /// How long serial ports are listened to before anybody is asked to scan: a satellite receiver talks each second.
    private static let hearing = Duration.milliseconds(1500)

    private enum Outcome {
        case answered(DeviceNode)
        /// A device is gone, or is none to listen to any longer.
        case ended
        case outOfTime
    }

    private let loop: DeviceLoop
    private var listeners: [(node: DeviceNode, connection: ScannerConnection)] = []
    /// The devices that can't be listened to, and why.
    private(set) var refusals: [(node: DeviceNode, error: DeviceError)] = []

    /// Opens the devices, but no serial port that another program has open: what comes would reach one of the two.
    init(among nodes: [DeviceNode], on loop: DeviceLoop) {
        self.loop = loop
        let processes = ProcessTable()
        for node in nodes {
            do throws(DeviceError) {
                let holders = node.transport == .serial ? processes.holders(of: node.path) : []
                guard holders.isEmpty else { throw .busy(path: node.path, holders: holders) }
                listeners.append((node, try loop.listen(to: node)))
            } catch {
                refusals.append((node, error))
            }
        }
    }

    /// The devices that are listened to.
    var nodes: [DeviceNode] { listeners.map(\.node) }

    /// The first device that scans after `ask` was called; `nil` if none does in that time, or the task is cancelled.
    ///
    /// - Parameter remark: told once for each device what it does besides.
    func answer(
        within limit: Duration, ask: () -> Void,
        remark: @escaping @Sendable (DeviceNode, AnswerJudge.Verdict) -> Void
    ) async -> DeviceNode? {
        await loop.comeRound()
        let isHearing = nodes.contains { $0.transport == .serial }
        let question = ContinuousClock.now + (isHearing ? Self.hearing : .zero)
        return await withTaskGroup(of: Outcome.self) { group in
            for (node, connection) in listeners {
                group.addTask {
                    await Self.follow(connection, askedAt: question) { remark(node, $0) }
                        ? .answered(node) : .ended
                }
            }
            try? await Task.sleep(until: question)
            ask()
            group.addTask {
                try? await Task.sleep(for: limit)
                return .outOfTime
            }
            defer { group.cancelAll() }
            var listening = listeners.count
            for await outcome in group {
                switch outcome {
                case .answered(let node): return node
                case .ended: listening -= 1
                case .outOfTime: return nil
                }
                if listening == 0 { return nil }
            }
            return nil
        }
    }

    /// Returns once all devices are closed and serial lines as they were.
    func close() async {
        for listener in listeners { listener.connection.close() }
        for listener in listeners { await listener.connection.waitUntilClosed() }
    }

    /// Whether a device scans, before it is gone or the task is cancelled.
    private static func follow(
        _ connection: ScannerConnection, askedAt question: ContinuousClock.Instant,
        remark: (AnswerJudge.Verdict) -> Void
    ) async -> Bool {
        var judge = AnswerJudge(askedAt: question)
        var isTold = false
        for await timed in connection.inputs {
            switch judge.receive(timed.input, at: timed.at) {
            case .scan where timed.at >= question: return true
            case .typing where !isTold && timed.at >= question:
                isTold = true
                remark(.typing)
            case .chatter:
                remark(.chatter)
                return false
            case .scan, .typing, nil: break
            }
            connection.wake(at: judge.deadline)
        }
        return false
    }
}
