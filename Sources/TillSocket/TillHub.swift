import NIOCore
public import Scanning

/// Gives every message to every till that may see it.
///
/// It lives on one event loop, which is also the one of all tills' connections: what a handler tells it, what it
/// writes, and what the daemon publishes happen one after another on one thread, so that the order of `publish` is the
/// order of each till's lines. It never waits for a till.
public actor TillHub {
    /// The executor. NIO's own loop is one, so that handlers may enter the hub without a hop (`assumeIsolated`).
    nonisolated let loop: any NIOSerialEventLoopExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// Runs tasks on the hub's own thread: one that publishes there needs no change of threads, and wakes none of the
    /// cooperative pool. They must not block.
    public nonisolated let taskExecutor: any TaskExecutor

    /// Connections' comings and goings, for the log. Nobody need listen: of what isn't taken the last 64 are kept.
    public nonisolated let events: AsyncStream<TillEvent>
    let observer: AsyncStream<TillEvent>.Continuation

    /// Tills' calls, for one who answers them; no more wait than the tills may have on their way.
    nonisolated let calls: AsyncStream<PendingCall>
    let callQueue: AsyncStream<PendingCall>.Continuation

    let now: @Sendable () -> ContinuousClock.Instant
    /// How long a connection may stay open after its end was decided: for `bye` to go out, and for the till to close.
    let linger: Duration
    var sockets: [ServedSocket]
    var tills: [Till.ID: Till] = [:]
    var lastTill: UInt64 = 0
    var lastCall: UInt64 = 0
    /// The till whose lines are just being written: see `pump`.
    var pumped: Till.ID?
    var listening: Listening
    /// Set once the hub shuts down; kept when the last connection is gone.
    var farewell: EventLoopPromise<Void>?

    private let version: String
    private let instance: ScanID
    private let startedAt: ContinuousClock.Instant
    private var scanners: [ScannerStatus] = []
    /// Each scanner's last `scanner_error`, by its name; it stands while the scanner is listed and not ready; one that
    /// says that its barcodes can't be typed, until that is withdrawn or the scanner is opened anew.
    private var faults: [String: TillMessage] = [:]
    private var scans = ScanCounts()
    private var remote = RemoteStatus(.off)
    private var latencies = LatencyRecorder()

    enum Listening {
        /// Tills that connect wait in the kernel's queue.
        case bound([Int32])
        case serving([any Channel])
        case over
    }

    init(
        sockets: [ServedSocket], listeners: [Int32], version: String, instance: ScanID,
        on loop: any NIOSerialEventLoopExecutor, linger: Duration,
        now: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.sockets = sockets
        listening = .bound(listeners)
        self.version = version
        self.instance = instance
        self.loop = loop
        taskExecutor = EventLoopTasks(on: loop)
        self.linger = linger
        self.now = now
        startedAt = now()
        (events, observer) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(64))
        (calls, callQueue) = AsyncStream.makeStream()
    }

    /// Gives the line to every till whose socket shows its scanner, and holds it where it is numbered.
    ///
    /// - Parameter latency: from the scan's last byte to this call, for `status`; `nil` for what ends no scan.
    public func publish(_ message: TillMessage, latency: Duration? = nil) {
        count(message)
        switch message {
        case .scannerError(let fault, _): faults[fault.scanner] = message
        case .scannerAdded(let scanner, _): faults[scanner.name] = nil
        default: break
        }
        if let latency { latencies.record(latency) }
        for index in sockets.indices {
            guard let (line, sequence) = sockets[index].publish(message, at: now()) else { continue }
            if sequence != nil { forgetHeld(of: index, after: sockets[index].settings.hold) }
            for till in tills.filter({ $0.value.socket == index }).keys {
                send(line, sequence: sequence, to: till)
            }
        }
    }

    /// What `hello` and `status` list from now on. Says nothing to the tills: `publish` the change, too.
    public func setScanners(_ scanners: [ScannerStatus]) {
        self.scanners = scanners
        let states = Dictionary(scanners.map { ($0.name, $0.state) }) { first, _ in first }
        faults = faults.filter { name, message in
            states[name].map { $0 != .ready || message.isOfKeyboard } ?? false
        }
    }

    /// Barcodes can be typed from now on.
    public func withdrawKeyboardFaults() {
        faults = faults.filter { !$0.value.isOfKeyboard }
    }

    /// Counts a barcode that was typed instead of published.
    public func noteTyped() {
        scans.typed += 1
    }

    /// What `status` tells of the POS API from now on.
    public func setRemote(_ status: RemoteStatus) {
        remote = status
    }

    /// What a till that connects now has missed of scanners that still can't be used.
    func standingFaults(for socket: Int) -> [Line] {
        sockets[socket].visible(scanners).compactMap { faults[$0.name] }.map { Line($0.line()) }
    }

    /// Returns once the event loop has come round: the proof of life that a watchdog asks for.
    public nonisolated func comeRound() async {
        // Fails only if the loop has been shut down, and nobody shuts it down.
        try? await loop.submit {}.get()
    }

    /// What hello and status say of the daemon, as far as the socket shows it.
    func hello(for socket: Int) -> Line {
        sockets[socket].hello(version: version, instance: instance, scanners: scanners)
    }

    func report(for socket: Int) -> StatusReport {
        StatusReport(
            uptimeSeconds: Int((now() - startedAt) / .seconds(1)),
            scanners: sockets[socket].visible(scanners),
            tills: tills.values.count { !$0.isLeaving }, scans: scans, remote: remote,
            latencyP50: latencies.p50, latencyP99: latencies.p99)
    }

    /// Overwrites held lines in time, not only when somebody next looks at them.
    func forgetHeld(of socket: Int, after hold: Duration) {
        guard hold > .zero else { return }
        loop.scheduleTask(in: TimeAmount(hold)) {
            self.assumeIsolated { hub in hub.sockets[socket].held.expire(at: hub.now()) }
        }
    }

    private func count(_ message: TillMessage) {
        switch message {
        case .applicant: scans.applicant += 1
        case .scanFailed(_, _, _, let failure): scans.failed[failure.reason, default: 0] += 1
        case .barcode: scans.barcode += 1
        case .repeated: scans.repeated += 1
        default: break
        }
    }
}

extension TillMessage {
    /// Whether it says of a scanner, which can be used, that its barcodes can't be typed.
    fileprivate var isOfKeyboard: Bool {
        if case .scannerError(let fault, _) = self { fault.reason == .noVirtualKeyboard } else { false }
    }
}
