import Scanning

/// A line of the daemon as the commands read it: its keys by name, absent where they don't fit.
struct TillLine {
    private let keys: [String: JSONValue]

    /// `nil` where the line is no JSON object with a `type`.
    init?(_ line: [UInt8]) {
        guard let keys = JSONValue(line)?.object, keys["type"]?.string != nil else { return nil }
        self.keys = keys
    }

    private init(keys: [String: JSONValue]) {
        self.keys = keys
    }

    var type: String { text("type") ?? "" }

    /// Whether the daemon says that this user may not connect.
    var isDenial: Bool { type == "bye" && text("reason") == "denied" }

    /// The key's text, safe for a terminal: a barcode may hold any character.
    func text(_ key: String) -> String? { keys[key]?.string?.shown }

    /// The key's list of texts, likewise; empty where there is none.
    func texts(_ key: String) -> [String] { keys[key]?.array.compactMap { $0.string?.shown } ?? [] }

    func flag(_ key: String) -> Bool? {
        if case .boolean(let flag) = keys[key] { flag } else { nil }
    }

    func number(_ key: String) -> Double? { keys[key]?.number }

    func group(_ key: String) -> TillLine? { keys[key]?.object.map(TillLine.init(keys:)) }

    func groups(_ key: String) -> [TillLine] {
        keys[key]?.array.compactMap(\.object).map(TillLine.init(keys:)) ?? []
    }

    /// The group's own keys with their numbers, such as failures by reason.
    var counts: [(name: String, count: Int)] {
        keys.compactMap { name, value in value.number.map { (name, Int($0)) } }.sorted { $0.0 < $1.0 }
    }
}
