import NIOCore

/// One connected till, from its first byte to its last.
struct Till {
    /// A connection's number, never used again.
    struct ID: Hashable, Sendable {
        let number: UInt64
    }

    /// Requests at once, and each second.
    static let requestBurst = 100
    static let requestsPerSecond = 50

    /// Calls of the POS API at once, and each second: what a person at a till does, several times over.
    static let callBurst = 20
    static let callsPerSecond = 5
    /// Calls that may wait for their answers.
    static let callLimit = 8

    let channel: any Channel
    /// Index of the socket that it came through.
    let socket: Int
    let peer: PeerCredentials
    var outbox: Outbox
    var requests = RequestLines()
    var limiter: RateLimiter
    var callLimiter: RateLimiter
    /// Calls that wait for their answers; each is given up when its stream ends.
    var calls: [UInt64: AsyncStream<Never>.Continuation] = [:]

    init(
        channel: any Channel, socket: Int, peer: PeerCredentials, maxQueue: Int,
        at now: ContinuousClock.Instant
    ) {
        self.channel = channel
        self.socket = socket
        self.peer = peer
        outbox = Outbox(limit: maxQueue)
        limiter = RateLimiter(burst: Self.requestBurst, perSecond: Self.requestsPerSecond, at: now)
        callLimiter = RateLimiter(burst: Self.callBurst, perSecond: Self.callsPerSecond, at: now)
    }

    /// A till that has been told `bye`, or will be, is none any more: it gets nothing, and its place is free.
    var isLeaving: Bool { outbox.isClosing }
}
