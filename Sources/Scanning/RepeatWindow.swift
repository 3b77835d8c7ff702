public import AAMVA

/// Tells whether a licence is the one that the same scanner has just published: a card read twice is one event.
///
/// Counted from the last published scan, so a card held in front of a scanner is published again once the window is over.
/// It keeps a keyed hash of that scan's elements, never the elements. A failed scan isn't noted and so never repeats.
public struct RepeatWindow: Sendable {
    private let window: Duration
    private let key: SipHash.Key
    private var last: (scan: ScanID, hash: UInt64, at: ContinuousClock.Instant)?

    /// - Parameters:
    ///   - window: zero turns it off.
    ///   - key: 128 random bits, new at each start of the daemon.
    public init(window: Duration, key: (UInt64, UInt64)) {
        self.window = window
        self.key = SipHash.Key(low: key.0, high: key.1)
    }

    /// The published scan that this record repeats; `nil` if it is news.
    public func earlier(_ record: Record, at now: ContinuousClock.Instant) -> ScanID? {
        guard window > .zero, let last, last.at.duration(to: now) <= window, last.hash == hash(of: record)
        else { return nil }
        return last.scan
    }

    /// Notes that the record was published; the window runs from here.
    public mutating func published(
        _ record: Record, as scan: ScanID, at now: ContinuousClock.Instant
    ) {
        guard window > .zero else { return }
        last = (scan, hash(of: record), now)
    }

    /// Identifiers and lengths go in beside the values, so that no value can run into the next.
    private func hash(of record: Record) -> UInt64 {
        var hash = SipHash(key: key)
        for element in record.elements {
            for shift: UInt32 in [0, 8, 16] { hash.combine(UInt8(element.id.packed >> shift & 0xFF)) }
            for shift: UInt16 in [0, 8] { hash.combine(UInt8(element.subfile.packed >> shift & 0xFF)) }
            for shift in [0, 8] { hash.combine(UInt8(element.value.count >> shift & 0xFF)) }
            hash.combine(record.bytes[element.value])
        }
        return hash.finish()
    }
}
