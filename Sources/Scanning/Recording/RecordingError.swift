/// Why a text is no recording: in which line, and what belongs there. It never quotes the line, which may be a card's.
public struct RecordingError: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case noRecording
        case unknownVersion
        case unknownKey
        /// A key of the head whose value is none of those allowed.
        case badValue(of: String)
        case missing(key: String)
        case noTime
        case unknownEvent
        case badKey
        case badText
    }

    /// Counted from 1.
    public let line: Int
    public let reason: Reason

    init(_ line: Int, _ reason: Reason) {
        self.line = line
        self.reason = reason
    }
}

extension RecordingError: CustomStringConvertible {
    /// One sentence: where, what, and what would be right.
    public var description: String {
        "line \(line): \(sentence)"
    }

    private var sentence: String {
        switch reason {
        case .noRecording: "no recording: its first line must be 'scanbridge recording 1'"
        case .unknownVersion: "a recording of another version; play it with the scanbridge that made it"
        case .unknownKey:
            "expected one of \(Recording.Head.Key.allCases.map(\.rawValue).joined(separator: ", ")), with a colon"
        case .badValue(let key): "the value of \(key) is none that it can have"
        case .missing(let key): "\(key) is missing from the head"
        case .noTime: "expected the pause since the line before, such as +0.008"
        case .unknownEvent:
            "expected down, up, bytes, ended, garbled, dropped, unplugged or plugged behind the time"
        case .badKey: "expected a keycode from 1 to 767 behind each down and up"
        case .badText:
            #"expected a text in quotes, with \n, \r, \t, \\, \" and \xHH for what is not plain ASCII"#
        }
    }
}
