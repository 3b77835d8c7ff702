/// A whole scan's keys, in order, as they may be typed again: each that goes down comes up, and nothing else does.
public struct Keystrokes: Sendable {
    public let events: [KeyEvent]

    /// - Parameter recorded: What a scanner's keyboard did. Of keys that went down before, only the release may be in it;
    ///   of those that went down last, the release may still be to come.
    init(_ recorded: [KeyEvent]) {
        var events: [KeyEvent] = []
        events.reserveCapacity(recorded.count + 4)
        var down: [UInt16] = []
        for event in recorded where event.isPressed != down.contains(event.code) {
            events.append(event)
            if event.isPressed { down.append(event.code) } else { down.removeAll { $0 == event.code } }
        }
        self.events = events + down.reversed().map { KeyEvent(code: $0, isPressed: false) }
    }
}

extension Keystrokes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How many, never which: keys spell what was scanned.
    public var description: String { "Keystrokes(\(events.count))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
