/// Makes of what a scanner sent a recording that says nothing of a person.
///
/// Every letter and digit outside a licence's header and its elements' identifiers gives way to a stand-in of equal length,
/// in bytes that the decoder can't read as well. The pauses, the signs and the control characters stay. There is no way
/// back: the stand-ins are drawn with a key that is nowhere else. Within one recording the same line gets the same stand-in.
public struct RecordingScrubber: Sendable {
    private let key: SipHash.Key
    private let layouts: [KeyboardLayout]

    /// - Parameters:
    ///   - layouts: those that a keyboard scanner may be set to, the likeliest first.
    ///   - key: 128 random bits, to be forgotten with the recording.
    public init(layouts: [KeyboardLayout], key: (UInt64, UInt64)) {
        self.layouts = layouts
        self.key = SipHash.Key(low: key.0, high: key.1)
    }

    /// - Parameter scan: whole, from one silence to the next: what a scan's beginning is says what its rest is.
    public func scrub(_ scan: [Recording.Moment]) -> [Recording.Moment] {
        var keys = KeyScrubber.scrub(scan.flatMap(\.event.keyEvents), layouts: layouts, key: key)[...]
        var bytes = TextScrubber(key: key).scrub(scan.flatMap(\.event.rawBytes))[...]
        return scan.map { moment in
            var scrubbed = moment
            switch moment.event {
            case .keys(let own):
                scrubbed.event = .keys(Array(keys.prefix(own.count)))
                keys = keys.dropFirst(own.count)
            case .bytes(let own):
                scrubbed.event = .bytes(Array(bytes.prefix(own.count)))
                bytes = bytes.dropFirst(own.count)
            case .scanEnded, .garbled, .eventsDropped, .unplugged, .plugged: break
            }
            return scrubbed
        }
    }
}
