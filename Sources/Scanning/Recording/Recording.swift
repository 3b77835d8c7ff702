/// What one scanner sent, with its pauses: to be read, compared and played again without the scanner.
///
/// As a text it has a head and a line for each moment. The time is the pause since the line before, in seconds; keys are
/// the kernel's keycodes.
///
///     scanbridge recording 1
///     transport: evdev
///     people: scrubbed
///     layout: us
///
///     +0.000 down 42 down 3
///     +0.008 up 3 up 42
///     +1.250 unplugged
public struct Recording: Hashable, Sendable {
    /// Whose licences it holds.
    public enum People: String, Hashable, Sendable, CaseIterable {
        /// Real ones, each letter and digit of theirs replaced.
        case scrubbed
        /// Real ones as they are. Such a recording is a person's data.
        case real
        /// Nobody's.
        case invented
    }

    /// What is known of the scanner, and how scanbridge was told to treat it.
    public struct Head: Hashable, Sendable {
        public var transport: ScannerStatus.Transport
        public var people: People
        public var model: String?
        /// USB vendor and product id, four hexadecimal digits each.
        public var vendor: String?
        public var product: String?
        /// The configuration's `layout` and `control_characters`.
        public var layout = "auto"
        public var controlCharacters = "auto"
        /// What the recording was made of, or whose word it follows.
        public var source: String?

        public init(transport: ScannerStatus.Transport, people: People) {
            self.transport = transport
            self.people = people
        }
    }

    public enum Event: Hashable, Sendable {
        case keys([KeyEvent])
        case bytes([UInt8])
        /// The scanner said that its scan is over, as one that sends reports does.
        case scanEnded
        /// The scanner sent reports that contradict its own description of them.
        case garbled
        /// The kernel lost keys.
        case eventsDropped
        case unplugged
        case plugged
    }

    public struct Moment: Hashable, Sendable {
        /// Since the moment before; not negative.
        public var pause: Duration
        public var event: Event

        public init(pause: Duration, event: Event) {
            self.pause = pause
            self.event = event
        }
    }

    public var head: Head
    public var moments: [Moment]

    public init(head: Head, moments: [Moment] = []) {
        self.head = head
        self.moments = moments
    }
}

extension Recording.Event {
    /// What a scanner's reader handed on; `nil` for silence, which is a pause.
    public init?(_ input: ScannerInput) {
        switch input {
        case .keys(let keys): self = .keys(keys)
        case .bytes(let bytes): self = .bytes(bytes)
        case .scanEnded: self = .scanEnded
        case .garbled: self = .garbled
        case .eventsDropped: self = .eventsDropped
        case .silence: return nil
        }
    }

    /// The same, to be handed on again; `nil` for a plug.
    public var input: ScannerInput? {
        switch self {
        case .keys(let keys): .keys(keys)
        case .bytes(let bytes): .bytes(bytes)
        case .scanEnded: .scanEnded
        case .garbled: .garbled
        case .eventsDropped: .eventsDropped
        case .unplugged, .plugged: nil
        }
    }

    /// None where it is no keyboard's.
    public var keyEvents: [KeyEvent] { if case .keys(let keys) = self { keys } else { [] } }
    /// None where it is no line's.
    public var rawBytes: [UInt8] { if case .bytes(let bytes) = self { bytes } else { [] } }
}

extension Recording.Event: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Kind and count only: the content may be a card's.
    public var description: String {
        switch self {
        case .keys(let keys): "keys(\(keys.count))"
        case .bytes(let bytes): "bytes(\(bytes.count))"
        case .scanEnded: "scanEnded"
        case .garbled: "garbled"
        case .eventsDropped: "eventsDropped"
        case .unplugged: "unplugged"
        case .plugged: "plugged"
        }
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Recording: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "Recording(\(head.transport.rawValue), \(moments.count) moments)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
