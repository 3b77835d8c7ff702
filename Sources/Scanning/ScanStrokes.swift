/// The keys of one scan with their times, so that it can be read once more by other settings.
///
/// They spell a card: bounded like a scan, and wiped with its end.
struct ScanStrokes: Sendable {
    struct Stroke: Sendable {
        let key: KeyEvent
        let at: ContinuousClock.Instant
    }

    /// Four for each byte that a scan can have: most characters are two, a shifted one is four.
    private static let limit = 4 * 8192

    private(set) var all: [Stroke] = []
    /// Whether there were more, so that these are not the whole scan.
    private(set) var isCut = false

    mutating func append(_ key: KeyEvent, at now: ContinuousClock.Instant) {
        if all.count < Self.limit {
            all.append(Stroke(key: key, at: now))
        } else {
            isCut = true
        }
    }

    mutating func wipe() {
        guard let first = all.first else { return }
        let nothing = Stroke(key: KeyEvent(code: 0, isPressed: false), at: first.at)
        for index in all.indices { all[index] = nothing }
        all.removeAll(keepingCapacity: true)
        isCut = false
    }
}
