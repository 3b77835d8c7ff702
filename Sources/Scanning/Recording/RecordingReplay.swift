/// Plays a recording into a track, at the recorded times and in none: the daemon's way without a device or a clock.
public struct RecordingReplay: Sendable {
    public struct Step: Sendable {
        public let step: ScannerTrack.Step
        /// When the daemon would have known.
        public let at: ContinuousClock.Instant
        /// How often the scanner was plugged in before, in this recording.
        public let session: Int
    }

    public private(set) var steps: [Step] = []
    private let fresh: ScannerTrack
    private var track: ScannerTrack
    private var now: ContinuousClock.Instant
    private var session = 0

    /// - Parameters:
    ///   - track: as the daemon makes it when the scanner is plugged in.
    ///   - start: any moment; the first recorded pause runs from it.
    public init(_ recording: Recording, into track: ScannerTrack, from start: ContinuousClock.Instant) {
        fresh = track
        self.track = track
        now = start
        for moment in recording.moments {
            pass(until: now + moment.pause)
            play(moment.event)
        }
        pass(until: nil)
    }

    /// Lets time pass in silence; without an end until nothing is in flight.
    private mutating func pass(until end: ContinuousClock.Instant?) {
        while let deadline = track.deadline, end.map({ deadline <= $0 }) ?? true {
            note(track.receive(.silence, at: deadline), at: deadline)
        }
        now = end ?? now
    }

    private mutating func play(_ event: Recording.Event) {
        if let input = event.input {
            note(track.receive(input, at: now), at: now)
        } else if event == .unplugged {
            note(track.unplugged(at: now), at: now)
        } else {
            track = fresh
            session += 1
        }
    }

    private mutating func note(_ new: [ScannerTrack.Step], at moment: ContinuousClock.Instant) {
        steps += new.map { Step(step: $0, at: moment, session: session) }
    }
}

extension RecordingReplay: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "RecordingReplay(\(steps.count) steps)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
