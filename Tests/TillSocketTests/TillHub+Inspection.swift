@testable import TillSocket

/// What the tests look at inside the hub.
extension TillHub {
    /// Open connections, those of tills that are leaving included.
    var connections: Int { tills.count }

    /// Tills with a backlog that they haven't read yet.
    var backlogs: Int { tills.values.count { $0.outbox.hasBacklog } }

    /// How many lines the first socket has in memory, without looking whether their time is over.
    var heldCount: Int { sockets[0].held.count }

    /// Numbers of the first socket's held lines.
    var heldSequences: [UInt64] { sockets[0].held.all(at: now()).map { $0.sequence } }

    /// Numbers of those that no till has.
    var undeliveredSequences: [UInt64] { sockets[0].held.undelivered(at: now()).map { $0.sequence } }
}
