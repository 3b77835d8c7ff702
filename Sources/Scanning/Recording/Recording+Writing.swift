extension Recording {
    static let title = "scanbridge recording"
    static let version = "1"

    /// The recording as its file holds it.
    public var text: String { head.text + moments.map(\.text).joined() }
}

extension Recording.Head {
    enum Key: String, CaseIterable {
        case transport, people, model, vendor, product, layout
        case controlCharacters = "control_characters"
        case source
    }

    /// The file's lines up to the first moment.
    public var text: String {
        let lines = Key.allCases.compactMap { key in self[key].map { "\(key.rawValue): \($0)\n" } }
        return "\(Recording.title) \(Recording.version)\n\(lines.joined())\n"
    }

    /// A key's value in the file; `nil` where it has no line.
    private subscript(key: Key) -> String? {
        switch key {
        case .transport: transport.rawValue
        case .people: people.rawValue
        case .model: model.map(Self.oneLine)
        case .vendor: vendor
        case .product: product
        case .layout: transport == .evdev ? layout : nil
        case .controlCharacters: transport == .evdev ? controlCharacters : nil
        case .source: source.map(Self.oneLine)
        }
    }

    /// A device's own description may hold anything.
    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
}

extension Recording.Moment {
    /// The moment's line. Bytes take a line for each line of theirs, the later ones without a pause.
    public var text: String {
        let time = "+" + Self.seconds(pause)
        switch event {
        case .keys(let keys):
            return time + keys.map { " \($0.isPressed ? "down" : "up") \($0.code)" }.joined() + "\n"
        case .bytes(let bytes):
            let lines = Self.lines(bytes).map { "bytes \"\(Self.escaped($0))\"\n" }
            return time + " " + lines.joined(separator: "+0.000 ")
        case .scanEnded: return time + " ended\n"
        case .garbled: return time + " garbled\n"
        case .eventsDropped: return time + " dropped\n"
        case .unplugged: return time + " unplugged\n"
        case .plugged: return time + " plugged\n"
        }
    }

    /// Seconds with three decimals, or six where the pause is no whole number of milliseconds.
    private static func seconds(_ pause: Duration) -> String {
        let microseconds = max(0, Int(pause / .microseconds(1)))
        let fraction = String(microseconds % 1_000_000)
        let digits = String(repeating: "0", count: 6 - fraction.count) + fraction
        return "\(microseconds / 1_000_000)." + (microseconds % 1000 == 0 ? String(digits.prefix(3)) : digits)
    }

    /// Cut behind each line feed.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            lines.append(rest[...end])
            rest = rest[(end + 1)...]
        }
        return rest.isEmpty && !lines.isEmpty ? lines : lines + [rest]
    }

    private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.map { byte in
            switch byte {
            case 0x09: "\\t"
            case 0x0A: "\\n"
            case 0x0D: "\\r"
            case UInt8(ascii: "\\"): "\\\\"
            case UInt8(ascii: "\""): "\\\""
            case 0x20...0x7E: String(Unicode.Scalar(byte))
            default: "\\x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
            }
        }.joined()
    }
}
