@testable import Scanning

/// A wedge's keys in tests, whose barcodes are typed again: what was typed, with its pauses, and what came of it in words.
///
/// It calls the track as the daemon does: `.silence` at each deadline that passes in a pause.
struct TypingLine {
    private(set) var track: ScannerTrack
    private(set) var now = ContinuousClock.now
    /// `reading`, `licence`, `failed` with its reason, `barcode`, or `typed` with what the keys type on a US keyboard.
    private(set) var events: [String] = []
    /// The keys of the last scan that was typed again.
    private(set) var strokes: [KeyEvent] = []
    /// The last failure's sentence.
    private(set) var message = ""
    /// How long after the last key the last event came out, where a pause brought it.
    private(set) var endedAfter: Duration?

    init(
        suffix: ScanSuffix = .auto, idleGap: Duration? = nil, layouts: [KeyboardLayout] = [.us]
    ) {
        track = ScannerTrack(
            settings: .init(transport: .evdev, suffix: suffix, idleGap: idleGap, typesBarcodes: true),
            wedge: WedgeCandidates(layouts: layouts), key: (1, 2))
    }

    mutating func press(_ keys: [KeyEvent]) {
        note(track.receive(.keys(keys), at: now))
    }

    mutating func type(_ text: String) {
        press(Typist.keys(for: [UInt8](text.utf8)))
    }

    mutating func type(_ bytes: [UInt8]) {
        press(Typist.keys(for: bytes))
    }

    /// Types with a pause between each two key events, and none behind the last.
    mutating func press(_ keys: [KeyEvent], every gap: Duration) {
        for (index, key) in keys.enumerated() {
            if index > 0 { pause(gap) }
            press([key])
        }
    }

    /// Presses and releases keys together, by the names that keystroke scripts use.
    mutating func chord(_ names: String...) {
        press(Self.chord(names))
    }

    static func chord(_ names: [String]) -> [KeyEvent] {
        let codes = names.map { Typist.codes[$0] ?? UInt16($0) ?? 0 }
        return codes.map { KeyEvent(code: $0, isPressed: true) }
            + codes.reversed().map { KeyEvent(code: $0, isPressed: false) }
    }

    /// Lets time pass in silence.
    mutating func pause(_ duration: Duration) {
        let end = now + duration
        while let deadline = track.deadline, deadline <= end {
            note(track.receive(.silence, at: deadline - .nanoseconds(1)))
            let before = events.count
            note(track.receive(.silence, at: deadline))
            if track.deadline == deadline { preconditionFailure("a deadline that passed must move") }
            if events.count > before { endedAfter = now.duration(to: deadline) }
        }
        now = end
    }

    mutating func dropEvents() {
        note(track.receive(.eventsDropped, at: now))
    }

    mutating func unplug() {
        note(track.unplugged(at: now))
    }

    private mutating func note(_ steps: [ScannerTrack.Step]) {
        for step in steps {
            switch step {
            case .reading: events.append("reading")
            case .licence: events.append("licence")
            case .failed(_, let failure):
                events.append("failed \(failure.reason.rawValue)")
                message = failure.message
            case .barcode(_, let barcode): events.append("barcode \(barcode.data)")
            case .typed(_, _, let keys):
                strokes = keys.events
                var wedge = KeyboardWedge(layout: .us)
                events.append("typed \(String(decoding: wedge.receive(keys.events), as: UTF8.self))")
            }
        }
    }
}
