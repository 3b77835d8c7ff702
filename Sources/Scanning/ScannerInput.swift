/// What a scanner's reader hands on: keys or bytes as they came, or that nothing came.
public enum ScannerInput: Hashable, Sendable {
    /// Key changes of a keyboard wedge, in order.
    case keys([KeyEvent])
    /// Bytes of a serial line, or of a HID POS scanner's reports.
    case bytes([UInt8])
    /// The scanner has said that its scan is over; of those that don't, silence tells.
    case scanEnded
    /// The scanner sent what contradicts its own description: whatever is in flight is void.
    case garbled
    /// The kernel or the queue lost input: whatever is in flight is void.
    case eventsDropped
    /// The deadline that was asked for has passed, and the line was silent.
    case silence
}

extension ScannerInput: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Kind and count only: the content may be a card's.
    public var description: String {
        switch self {
        case .keys(let keys): "keys(\(keys.count))"
        case .bytes(let bytes): "bytes(\(bytes.count))"
        case .scanEnded: "scanEnded"
        case .garbled: "garbled"
        case .eventsDropped: "eventsDropped"
        case .silence: "silence"
        }
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
