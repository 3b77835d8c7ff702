/// Keeps the keys of a wedge's scan while it is in flight, so that they can be typed once it has been judged.
///
/// What is kept is bounded, and wiped with each scan's end.
struct StrokeRecorder: Sendable {
    /// The most key events of one scan: eight for each byte that a scan may have, which is a character under AltGr and Shift
    /// or one of two digits under Alt.
    static let limit = 65_536

    private var events: [KeyEvent] = []
    private var screen = KeyScreen()
    /// What comes belongs to no scan that could be typed.
    private(set) var isOmitting = false
    /// More keys came than are kept.
    private(set) var isOverfull = false
    /// When a key last moved.
    private(set) var last: ContinuousClock.Instant?

    /// Whether some key may be none that types text.
    var hasOtherKeys: Bool { screen.hasOther }
    /// Whether there was a key, or a combination, that a program would obey; a lock key is none.
    var hasCommand: Bool { screen.hasCommand }

    mutating func take(_ key: KeyEvent, at now: ContinuousClock.Instant) {
        screen.take(key)
        if isOmitting { return }
        last = now
        isOverfull = isOverfull || events.count == Self.limit
        if !isOverfull { events.append(key) }
    }

    /// The scan's keys, completed.
    var strokes: Keystrokes { Keystrokes(events) }

    /// Wipes what is kept, but for modifiers that are still down: they are part of what comes next.
    mutating func forget() {
        wipe()
        events = screen.held.codes.map { KeyEvent(code: $0, isPressed: true) }
    }

    /// Drops what came and what comes, until `forget`.
    mutating func omit() {
        wipe()
        isOmitting = true
    }

    private mutating func wipe() {
        for index in events.indices { events[index] = KeyEvent(code: 0, isPressed: false) }
        events = []
        screen = KeyScreen(holding: screen.held)
        isOmitting = false
        isOverfull = false
        last = nil
    }

    /// All keys are up: their releases were lost with other events.
    mutating func reset() {
        screen = KeyScreen()
        forget()
    }
}

extension StrokeRecorder: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How many keys, never which.
    var description: String { "StrokeRecorder(\(events.count) keys)" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
