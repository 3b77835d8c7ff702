extension Recording {
    /// Reads what `text` writes, and what a person may have written or changed by hand: comments begin with `#`, blank
    /// lines mean nothing.
    public init(parsing text: String) throws(RecordingError) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var reader = Reader()
        for (index, line) in lines.enumerated() {
            let line = line.hasSuffix("\r") ? line.dropLast() : line
            if line.isEmpty && index > 0 || line.hasPrefix("#") { continue }
            try reader.read(line, index + 1)
        }
        self = try reader.finish(lines.count)
    }

    /// Goes through a recording's lines: the title, the head, the moments.
    private struct Reader {
        var hasTitle = false
        var values: [Head.Key: Head.Value] = [:]
        var head: Head?
        var moments: [Moment] = []

        mutating func read(_ line: Substring, _ number: Int) throws(RecordingError) {
            if !hasTitle {
                guard line.hasPrefix(Recording.title) else { throw RecordingError(number, .noRecording) }
                guard line == "\(Recording.title) \(Recording.version)" else {
                    throw RecordingError(number, .unknownVersion)
                }
                hasTitle = true
            } else if line.hasPrefix("+") || head != nil {
                if head == nil { head = try Head(values, number) }
                moments.append(try Moment(line, number))
            } else {
                let parts = line.split(separator: ":", maxSplits: 1)
                guard parts.count == 2, let key = Head.Key(rawValue: String(parts[0])) else {
                    throw RecordingError(number, .unknownKey)
                }
                values[key] = Head.Value(text: String(parts[1].drop { $0 == " " }), line: number)
            }
        }

        func finish(_ number: Int) throws(RecordingError) -> Recording {
            guard hasTitle else { throw RecordingError(number, .noRecording) }
            if let head { return Recording(head: head, moments: moments) }
            return Recording(head: try Head(values, number))
        }
    }
}

extension Recording.Head {
    fileprivate struct Value {
        let text: String
        let line: Int
    }

    /// - Parameter line: where the head ends: what is missing is missing there.
    fileprivate init(_ values: [Key: Value], _ line: Int) throws(RecordingError) {
        guard let transport = values[.transport] else {
            throw RecordingError(line, .missing(key: "transport"))
        }
        guard let people = values[.people] else { throw RecordingError(line, .missing(key: "people")) }
        guard let knownTransport = ScannerStatus.Transport(rawValue: transport.text) else {
            throw RecordingError(transport.line, .badValue(of: "transport"))
        }
        guard let knownPeople = Recording.People(rawValue: people.text) else {
            throw RecordingError(people.line, .badValue(of: "people"))
        }
        self.init(transport: knownTransport, people: knownPeople)
        model = values[.model]?.text
        vendor = values[.vendor]?.text
        product = values[.product]?.text
        layout = values[.layout]?.text ?? layout
        controlCharacters = values[.controlCharacters]?.text ?? controlCharacters
        source = values[.source]?.text
    }
}

extension Recording.Moment {
    fileprivate init(_ line: Substring, _ number: Int) throws(RecordingError) {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard let time = parts.first, let pause = Self.pause(time) else {
            throw RecordingError(number, .noTime)
        }
        guard parts.count == 2 else { throw RecordingError(number, .unknownEvent) }
        self.init(pause: pause, event: try Recording.Event(parts[1], number))
    }

    /// `+S.mmm` with one to six decimals.
    private static func pause(_ time: Substring) -> Duration? {
        let parts = time.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
        guard time.hasPrefix("+"), parts.count == 2, (1...6).contains(parts[1].count),
            parts.allSatisfy({ !$0.isEmpty && $0.count < 10 && $0.utf8.allSatisfy(\.isASCIIDigit) }),
            let seconds = Int(parts[0]),
            let microseconds = Int(parts[1] + String(repeating: "0", count: 6 - parts[1].count))
        else { return nil }
        return .seconds(seconds) + .microseconds(microseconds)
    }
}

extension Recording.Event {
    fileprivate init(_ text: Substring, _ line: Int) throws(RecordingError) {
        switch text.prefix(while: { $0 != " " }) {
        case "down", "up": self = .keys(try Self.keys(text, line))
        case "bytes": self = .bytes(try Self.bytes(text.dropFirst(6), line))
        case "ended": self = .scanEnded
        case "garbled": self = .garbled
        case "dropped": self = .eventsDropped
        case "unplugged": self = .unplugged
        case "plugged": self = .plugged
        default: throw RecordingError(line, .unknownEvent)
        }
    }

    private static func keys(_ text: Substring, _ line: Int) throws(RecordingError) -> [KeyEvent] {
        var words = text.split(separator: " ")[...]
        var keys: [KeyEvent] = []
        while let direction = words.popFirst() {
            guard direction == "down" || direction == "up" else { throw RecordingError(line, .unknownEvent) }
            guard let code = words.popFirst().flatMap({ UInt16($0) }), (1...767).contains(code) else {
                throw RecordingError(line, .badKey)
            }
            keys.append(KeyEvent(code: code, isPressed: direction == "down"))
        }
        return keys
    }

    private static func bytes(_ text: Substring, _ line: Int) throws(RecordingError) -> [UInt8] {
        var rest = text.utf8[...]
        guard rest.count >= 2, rest.popFirst() == UInt8(ascii: "\""), rest.popLast() == UInt8(ascii: "\"")
        else {
            throw RecordingError(line, .badText)
        }
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            guard byte != UInt8(ascii: "\\") else {
                guard let meant = unescaped(&rest) else { throw RecordingError(line, .badText) }
                bytes.append(meant)
                continue
            }
            guard (0x20...0x7E).contains(byte), byte != UInt8(ascii: "\"") else {
                throw RecordingError(line, .badText)
            }
            bytes.append(byte)
        }
        return bytes
    }

    /// What stands behind a backslash; `nil` for what may not stand there.
    private static func unescaped(_ rest: inout Substring.UTF8View.SubSequence) -> UInt8? {
        switch rest.popFirst() {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "\\"): return UInt8(ascii: "\\")
        case UInt8(ascii: "\""): return UInt8(ascii: "\"")
        case UInt8(ascii: "x"):
            let digits = rest.prefix(2)
            rest = rest.dropFirst(2)
            guard digits.count == 2, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
            else { return nil }
            return UInt8(Substring(digits), radix: 16)
        default: return nil
        }
    }
}
