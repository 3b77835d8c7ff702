import NIOCore

/// What waits to be written to one till: at most one line on its way, the rest in order, bounded.
///
/// A value without I/O: its owner writes what `next()` gives and reports the end of each write.
///
/// The bound is on what piles up line by line. A backlog (the first lines after connecting, or the answer to
/// `replay`) is bounded by itself and doesn't count: it would cut off a till that reads perfectly well.
struct Outbox {
    enum Acceptance: Equatable {
        case queued
        /// The till has left more unread than it may: the line was not taken.
        case full
        /// The last line is already in the queue: nothing follows it.
        case closing
    }

    private struct Entry {
        let line: Line
        /// Set on a line that is held until a till has it.
        let sequence: UInt64?
        let isBacklog: Bool
        /// Bytes that count towards the limit.
        let weight: Int
    }

    /// Bytes that may wait; a line that finds nothing waiting is always taken.
    var limit: Int
    private(set) var isClosing = false
    private var waiting = CircularBuffer<Entry>()
    private var onItsWay: Entry?
    private var load = 0

    init(limit: Int) {
        self.limit = limit
    }

    var isEmpty: Bool { waiting.isEmpty && onItsWay == nil }

    /// Whether a backlog is still waiting: a second one would make the queue grow without bound.
    var hasBacklog: Bool { onItsWay?.isBacklog == true || waiting.contains { $0.isBacklog } }

    mutating func append(_ line: Line, sequence: UInt64? = nil) -> Acceptance {
        if isClosing { return .closing }
        let weight = line.bytes.readableBytes
        if load > 0, load + weight > limit { return .full }
        load += weight
        waiting.append(Entry(line: line, sequence: sequence, isBacklog: false, weight: weight))
        return .queued
    }

    /// Nothing is taken once the last line is queued.
    mutating func appendBacklog(_ line: Line, sequence: UInt64? = nil) {
        guard !isClosing else { return }
        waiting.append(Entry(line: line, sequence: sequence, isBacklog: true, weight: 0))
    }

    /// Puts the very last line into the queue. `dropping` first forgets what waits, except a line already on its
    /// way: half a line would be no line at all, and its rest must precede the last one.
    mutating func close(with last: Line, dropping: Bool) {
        guard !isClosing else { return }
        isClosing = true
        if dropping {
            waiting.removeAll()
            load = onItsWay?.weight ?? 0
        }
        waiting.append(Entry(line: last, sequence: nil, isBacklog: false, weight: 0))
    }

    /// The line to write now; `nil` while one is on its way or nothing waits.
    mutating func next() -> Line? {
        guard onItsWay == nil, let entry = waiting.popFirst() else { return nil }
        onItsWay = entry
        return entry.line
    }

    /// The kernel took the last byte of the line on its way. Gives the line's number if it is one that is held.
    mutating func written() -> UInt64? {
        guard let entry = onItsWay else { preconditionFailure("no line is on its way") }
        onItsWay = nil
        load -= entry.weight
        return entry.sequence
    }
}
